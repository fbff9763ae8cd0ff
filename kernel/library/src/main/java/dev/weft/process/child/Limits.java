package dev.weft.process.child;

/**
 * Bounds, which system properties may move.
 *
 * <ul>
 *   <li>{@code weft.spares}: how many children are kept ready
 *   <li>{@code weft.spares.idle}: after how many seconds without use they are ended
 *   <li>{@code weft.children}: how many children and descendants may live at a time
 *   <li>{@code weft.depth}: how deeply children may be nested
 * </ul>
 */
final class Limits {

  private Limits() {}

  static int spares(int otherwise) {
    return Math.max(0, Integer.getInteger("weft.spares", otherwise));
  }

  static int idleSeconds() {
    return Math.max(1, Integer.getInteger("weft.spares.idle", 600));
  }

  static int children() {
    int processors = Runtime.getRuntime().availableProcessors();
    return Integer.getInteger("weft.children", Math.max(128, 16 * processors));
  }

  static int depth() {
    return Integer.getInteger("weft.depth", 4);
  }
}
