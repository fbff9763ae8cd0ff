package dev.weft.segment;

/** Keys of processes in names of files. */
final class Names {

  private Names() {}

  static String of(long key) {
    return ProcessKey.pid(key) + "-" + Long.toHexString(key >>> 32);
  }

  /** Reads a name that begins with a key; 0 for others. */
  static long key(String name) {
    String[] parts = name.split("-", -1);
    try {
      return parts.length < 2
          ? 0
          : (Long.parseLong(parts[1], 16) << 32) | Integer.parseInt(parts[0]);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
