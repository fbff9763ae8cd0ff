package dev.weft.gil;

import java.util.concurrent.locks.Condition;

/** The clock of a lock, and waiting by it. */
interface GilTime {

  /** The system's own clock. */
  GilTime SYSTEM =
      new GilTime() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // the caller waits in a loop
        public boolean elapses(Condition condition, long nanos) throws InterruptedException {
          return condition.awaitNanos(nanos) <= 0;
        }
      };

  /** Returns nanoseconds of a clock that never goes back. */
  long nanos();

  /** Waits for a signal; returns whether the time has elapsed instead. */
  boolean elapses(Condition condition, long nanos) throws InterruptedException;
}
