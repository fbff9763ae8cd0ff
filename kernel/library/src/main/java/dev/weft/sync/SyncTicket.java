package dev.weft.sync;

import dev.weft.segment.Region;
import dev.weft.segment.RegionRef;
import java.io.InvalidObjectException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What travels in place of a handle, and becomes one again.
 *
 * @param extra what the type has besides its memory
 */
record SyncTicket(Kind kind, RegionRef ref, @Nullable Object extra) implements Serializable {

  enum Kind {
    LOCK,
    NON_REENTRANT_LOCK,
    CONDITION,
    SEMAPHORE,
    EVENT,
    BARRIER,
    READ_WRITE_LOCK,
    LATCH
  }

  private Object readResolve() throws InvalidObjectException {
    Region region = Region.attach(ref);
    return switch (kind) {
      case LOCK -> new ProcessLock(region, true);
      case NON_REENTRANT_LOCK -> new ProcessLock(region, false);
      case CONDITION -> new ProcessCondition(region, (ProcessLock) lock());
      case SEMAPHORE -> new ProcessSemaphore(region);
      case EVENT -> new ProcessEvent(region);
      case BARRIER -> new ProcessBarrier(region, (Runnable) extra);
      case READ_WRITE_LOCK -> new ProcessReadWriteLock(region);
      case LATCH -> new ProcessLatch(region);
    };
  }

  private Object lock() throws InvalidObjectException {
    if (extra == null) {
      throw new InvalidObjectException("A condition without its lock");
    }
    return extra;
  }
}
