package dev.weft.process.child;

import java.util.concurrent.atomic.AtomicInteger;

/** Leave to start a child, of which a process and all its descendants have a limited number. */
interface Permits {

  /** Returns whether one more child may be started. */
  boolean acquire();

  /** Says that so many have ended. */
  void release(int count);

  /** Returns so many permits, for the process that is no child itself. */
  static Permits of(int limit) {
    return new Permits() {
      private final AtomicInteger used = new AtomicInteger();

      @Override
      public boolean acquire() {
        if (used.incrementAndGet() <= limit) {
          return true;
        }
        used.decrementAndGet();
        return false;
      }

      @Override
      public void release(int count) {
        used.addAndGet(-count);
      }
    };
  }
}
