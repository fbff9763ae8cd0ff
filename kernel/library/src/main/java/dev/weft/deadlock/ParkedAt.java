package dev.weft.deadlock;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object within a lock of {@code java.util.concurrent} at which threads park that wait
 * for it: the lock is serialized to nowhere, and the object comes by.
 */
final class ParkedAt extends ObjectOutputStream {

  /** The classes themselves: what serializing a subclass does is not known. */
  private static final Set<Class<?>> TYPES =
      Set.of(ReentrantLock.class, ReentrantReadWriteLock.class, Semaphore.class);

  private @Nullable Object found;

  private ParkedAt() throws IOException {
    super(OutputStream.nullOutputStream());
    enableReplaceObject(true);
  }

  /** Returns it, or null where it can't be found. */
  static @Nullable Object of(Object lock) {
    if (!TYPES.contains(lock.getClass())) {
      return null;
    }
    try (ParkedAt out = new ParkedAt()) {
      out.writeObject(lock);
      return out.found;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected Object replaceObject(Object each) {
    if (each instanceof AbstractQueuedSynchronizer) {
      found = each;
    }
    return each;
  }
}
