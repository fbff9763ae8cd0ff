package dev.weft.front.jshell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Changes the texts and the line numbers of a class file, and leaves the rest as it is.
 *
 * <p>All that a class file says of names is text in its constant pool: names, types, and strings
 * that code looks names up by. A text is changed in its place, so that no index changes.
 */
final class ClassPatch {

  private static final String LINES = "LineNumberTable";
  private static final String CODE = "Code";

  /** Bytes of a constant behind its tag, by tag; 0 for those that do not exist, and for texts. */
  private static final int[] SIZES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private static final int TEXT = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private final UnaryOperator<String> texts;
  private final IntUnaryOperator lines;

  /** Indexes of the names of the attributes that are looked at. */
  private final Set<Integer> lineTables = new HashSet<>();

  private final Set<Integer> codes = new HashSet<>();

  ClassPatch(UnaryOperator<String> texts, IntUnaryOperator lines) {
    this.texts = texts;
    this.lines = lines;
  }

  byte[] apply(byte[] classFile) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 64);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(in.readLong()); // magic number and version
      copyConstants(in, out);
      int rest = bytes.size();
      in.transferTo(out);
      ByteBuffer patched = ByteBuffer.wrap(bytes.toByteArray());
      patchLines(patched.position(rest));
      return patched.array();
    } catch (IOException e) {
      throw new UncheckedIOException("Not a class file", e);
    }
  }

  private void copyConstants(DataInputStream in, DataOutputStream out) throws IOException {
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int i = 1; i < count; i++) {
      int tag = in.readByte();
      out.writeByte(tag);
      if (tag == TEXT) {
        copyText(i, in, out);
      } else {
        out.write(in.readNBytes(SIZES[tag]));
      }
      if (tag == LONG || tag == DOUBLE) {
        i++; // they count twice
      }
    }
  }

  private void copyText(int index, DataInputStream in, DataOutputStream out) throws IOException {
    String text = in.readUTF();
    if (text.equals(LINES)) {
      lineTables.add(index);
    } else if (text.equals(CODE)) {
      codes.add(index);
    }
    out.writeUTF(texts.apply(text));
  }

  private void patchLines(ByteBuffer rest) {
    skip(rest, 6); // access, this, super
    skip(rest, 2 * rest.getShort());
    patchMembers(rest);
    patchMembers(rest);
  }

  private void patchMembers(ByteBuffer rest) {
    for (int members = Short.toUnsignedInt(rest.getShort()); members > 0; members--) {
      skip(rest, 6); // access, name, type
      patchAttributes(rest);
    }
  }

  private void patchAttributes(ByteBuffer rest) {
    for (int attributes = Short.toUnsignedInt(rest.getShort()); attributes > 0; attributes--) {
      int name = Short.toUnsignedInt(rest.getShort());
      int length = rest.getInt();
      if (codes.contains(name)) {
        skip(rest, 4); // stack, locals
        skip(rest, rest.getInt());
        skip(rest, 8 * Short.toUnsignedInt(rest.getShort()));
        patchAttributes(rest);
      } else if (lineTables.contains(name)) {
        patchTable(rest);
      } else {
        skip(rest, length);
      }
    }
  }

  private void patchTable(ByteBuffer rest) {
    for (int entries = Short.toUnsignedInt(rest.getShort()); entries > 0; entries--) {
      int at = rest.position() + 2;
      rest.putShort(at, (short) lines.applyAsInt(Short.toUnsignedInt(rest.getShort(at))));
      skip(rest, 4);
    }
  }

  private static void skip(ByteBuffer buffer, int bytes) {
    buffer.position(buffer.position() + bytes);
  }
}
