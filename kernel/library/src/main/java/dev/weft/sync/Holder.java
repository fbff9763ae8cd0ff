package dev.weft.sync;

import dev.weft.segment.ProcessKey;

/** Who has something, in words. */
final class Holder {

  private Holder() {}

  /** Names the process of a key; an empty text for nobody. */
  static String of(long key) {
    if (key == 0) {
      return "";
    }
    return key == ProcessKey.self() ? "this process" : "process " + ProcessKey.pid(key);
  }

  static String of(long key, long thread) {
    return key == 0 ? "" : "thread " + thread + " of " + of(key);
  }
}
