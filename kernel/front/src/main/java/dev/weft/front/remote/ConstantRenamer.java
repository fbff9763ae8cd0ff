package dev.weft.front.remote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Changes names in the constant pools of class files, and nothing else.
 *
 * @param from internal name of a class, which is renamed with all that is nested in it
 * @param to its new name
 * @param names other constants, each with what takes its place
 */
record ConstantRenamer(String from, String to, Map<String, String> names) {

  private static final int HEADER = 10;
  private static final int UTF8 = 1;

  /** Returns the class file with the new names. */
  byte[] rename(byte[] classFile) {
    ByteBuffer in = ByteBuffer.wrap(classFile);
    int constants = in.getShort(HEADER - 2) & 0xffff;
    ByteArrayOutputStream out = new ByteArrayOutputStream(classFile.length + 100);
    out.write(classFile, 0, HEADER);
    in.position(HEADER);
    for (int i = 1; i < constants; i++) {
      int tag = in.get(in.position());
      int start = in.position();
      int length = tag == UTF8 ? 3 + (in.getShort(start + 1) & 0xffff) : length(tag);
      write(classFile, start, length, tag, out);
      in.position(start + length);
      i += tag == 5 || tag == 6 ? 1 : 0;
    }
    out.write(classFile, in.position(), in.remaining());
    return out.toByteArray();
  }

  private void write(byte[] file, int start, int length, int tag, ByteArrayOutputStream out) {
    String old =
        tag == UTF8 ? new String(file, start + 3, length - 3, StandardCharsets.ISO_8859_1) : "";
    String renamed = renamed(old);
    if (renamed.equals(old)) {
      out.write(file, start, length);
    } else {
      byte[] text = renamed.getBytes(StandardCharsets.ISO_8859_1);
      out.write(UTF8);
      out.write(text.length >> 8);
      out.write(text.length);
      out.write(text, 0, text.length);
    }
  }

  private String renamed(String constant) {
    String other = names.get(constant);
    if (other != null) {
      return other;
    }
    StringBuilder renamed = new StringBuilder(constant);
    for (int at = renamed.indexOf(from); at >= 0; at = renamed.indexOf(from, at + 1)) {
      int end = at + from.length();
      if (end == renamed.length() || !Character.isLetterOrDigit(renamed.charAt(end))) {
        renamed.replace(at, end, to);
      }
    }
    return renamed.toString();
  }

  /** Returns how long a constant is, with its tag. */
  private static int length(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
      case 5, 6 -> 9;
      default -> throw new IllegalArgumentException("No class file: constant of kind " + tag);
    };
  }
}
