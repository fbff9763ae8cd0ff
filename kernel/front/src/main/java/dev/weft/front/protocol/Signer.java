package dev.weft.front.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Signs messages with HMAC-SHA256 (RFC 2104).
 *
 * <p>Built on the digest alone, as {@code javax.crypto} doubles what the first signature of a
 * process costs. Safe for use by several threads: each signature is computed with copies of the two
 * digests that have taken the key.
 */
final class Signer {
  private static final int BLOCK_BYTES = 64;
  private static final byte INNER_PAD = 0x36;
  private static final byte OUTER_PAD = 0x5c;

  private final boolean signing;
  private final MessageDigest inner;
  private final MessageDigest outer;

  /** Makes a signer for a key; with an empty key signatures are empty and all are genuine. */
  Signer(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] block =
        Arrays.copyOf(bytes.length > BLOCK_BYTES ? sha256().digest(bytes) : bytes, BLOCK_BYTES);
    signing = bytes.length > 0;
    inner = primed(block, INNER_PAD);
    outer = primed(block, OUTER_PAD);
  }

  boolean isSigning() {
    return signing;
  }

  /** Returns the signature of the frames in hexadecimal ASCII digits. */
  byte[] sign(List<byte[]> frames) {
    return signing
        ? HexFormat.of().formatHex(code(frames)).getBytes(StandardCharsets.US_ASCII)
        : new byte[0];
  }

  /** Compares in a time that does not depend on where the signatures differ. */
  boolean isGenuine(byte[] signature, List<byte[]> frames) {
    return !signing || MessageDigest.isEqual(sign(frames), signature);
  }

  private byte[] code(List<byte[]> frames) {
    MessageDigest digest = copy(inner);
    for (byte[] frame : frames) {
      digest.update(frame);
    }
    byte[] hash = digest.digest();
    return copy(outer).digest(hash);
  }

  private static MessageDigest primed(byte[] key, byte pad) {
    byte[] block = key.clone();
    for (int i = 0; i < block.length; i++) {
      block[i] ^= pad;
    }
    MessageDigest digest = sha256();
    digest.update(block);
    return digest;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this JDK's SHA-256 can't be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
