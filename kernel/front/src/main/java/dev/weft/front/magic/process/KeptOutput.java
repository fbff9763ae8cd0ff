package dev.weft.front.magic.process;

import java.util.List;
import java.util.function.Consumer;

/** The output of a program as a value, up to a limit; safe for use by several threads. */
final class KeptOutput implements Consumer<String> {

  private static final int LIMIT = 1 << 24;

  private final StringBuilder text = new StringBuilder();
  private boolean cut;

  @Override
  public synchronized void accept(String more) {
    cut |= text.length() + more.length() > LIMIT;
    if (!cut) {
      text.append(more);
    }
  }

  /** Returns whether there was more than is kept. */
  synchronized boolean isCut() {
    return cut;
  }

  synchronized List<String> lines() {
    return text.toString().lines().toList();
  }
}
