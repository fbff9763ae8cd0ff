package dev.weft.sync;

import dev.weft.segment.Mutex;
import dev.weft.segment.ProcessKey;
import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.segment.WaitWord;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Who reads and who writes, in shared memory. Guarded by a mutex; that there is a writer, and that
 * there is none, take effect by one store.
 */
final class ReadersAndWriter {

  private static final long SEQUENCE = 8;
  private static final long SLEEPERS = 12;
  private static final long WRITER = 16;
  private static final long THREAD = 24;
  private static final long COUNT = 32;
  private static final long DIED = 36;

  /** Whether a writer waits, so that new readers stay behind it. */
  private static final long WANTED = 40;

  private static final long TABLE = 48;
  private static final int PROCESSES = 256;

  /** What an attempt returns where it succeeds; no value of the sequence. */
  private static final int TAKEN = -1;

  private final Region region;
  private final MemorySegment memory;
  private final Mutex mutex;
  private final WaitWord sequence;
  private final PermitTable readers;

  ReadersAndWriter(Region region) {
    this.region = region;
    memory = region.memory();
    mutex = new Mutex(region, 0);
    sequence = new WaitWord(memory, SEQUENCE);
    readers = new PermitTable(memory.asSlice(TABLE), PROCESSES);
  }

  static Region create(String name) {
    return Region.create(name, TABLE + PermitTable.bytes(PROCESSES));
  }

  /** Takes one side without waiting, also from the dead. */
  boolean tryAcquire(boolean write) {
    return attempt(write, true, false) == TAKEN;
  }

  boolean acquire(boolean write, Wait wait) {
    int seen = attempt(write, false, true);
    boolean goOn = true;
    while (seen != TAKEN && goOn) {
      goOn = wait.sleep(sequence, seen);
      seen = attempt(write, wait.isCheckDue(), goOn);
    }
    if (seen != TAKEN && write) {
      wakeReaders();
    }
    return seen == TAKEN;
  }

  /**
   * Takes one side, or returns the value of the sequence to sleep on.
   *
   * @param look whether to look if others still live
   * @param sleeps whether the thread sleeps if it fails
   */
  private int attempt(boolean write, boolean look, boolean sleeps) {
    mutex.lock();
    try {
      if (look) {
        forgetDead();
      }
      if (write ? takeToWrite() : takeToRead()) {
        return TAKEN;
      }
      if (sleeps) {
        set(SLEEPERS, 1);
        set(WANTED, write ? 1 : get(WANTED));
      }
      return sequence.get();
    } finally {
      mutex.unlock();
    }
  }

  private void forgetDead() {
    boolean changed = readers.reclaim() > 0;
    if (writer() != 0 && !ProcessKey.isAlive(writer())) {
      set(DIED, 1);
      setWriter(0);
      changed = true;
    }
    set(WANTED, 0);
    if (changed) {
      advance();
    }
  }

  private boolean takeToWrite() {
    if (isWriter()) {
      set(COUNT, get(COUNT) + 1);
      return true;
    }
    if (writer() != 0 || readers.total() > 0) {
      return false;
    }
    memory.set(ValueLayout.JAVA_LONG, THREAD, Thread.currentThread().threadId());
    set(COUNT, 1);
    set(WANTED, 0);
    setWriter(ProcessKey.self());
    return true;
  }

  private boolean takeToRead() {
    boolean free = writer() == 0 && (get(WANTED) == 0 || readers.own() > 0);
    if (free || isWriter()) {
      readers.add(1);
      return true;
    }
    return false;
  }

  /** A writer gives up: those that stayed behind it look again. */
  private void wakeReaders() {
    mutex.lock();
    try {
      set(WANTED, 0);
      advance();
    } finally {
      mutex.unlock();
    }
  }

  void release(boolean write) {
    mutex.lock();
    try {
      if (write) {
        releaseWriter();
      } else {
        if (readers.own() == 0) {
          throw new IllegalMonitorStateException(
              region.name() + " is not held for reading by this process");
        }
        readers.add(-1);
      }
      if (writer() == 0) {
        advance();
      }
    } finally {
      mutex.unlock();
    }
  }

  private void releaseWriter() {
    if (!isWriter()) {
      throw new IllegalMonitorStateException(
          region.name() + " is not held for writing by this thread");
    }
    if (get(COUNT) > 1) {
      set(COUNT, get(COUNT) - 1);
    } else {
      set(DIED, 0);
      setWriter(0);
    }
  }

  /** Wakes those that sleep; the sequence has no negative values. */
  private void advance() {
    if (get(SLEEPERS) != 0) {
      set(SLEEPERS, 0);
      sequence.set((sequence.get() + 1) & Integer.MAX_VALUE);
      sequence.wakeAll();
    }
  }

  boolean isWriter() {
    return writer() == ProcessKey.self()
        && memory.get(ValueLayout.JAVA_LONG, THREAD) == Thread.currentThread().threadId();
  }

  boolean isWritten() {
    return writer() != 0;
  }

  int readers() {
    mutex.lock();
    try {
      return readers.total();
    } finally {
      mutex.unlock();
    }
  }

  boolean writerDied() {
    return get(DIED) != 0;
  }

  void poison() {
    mutex.poison();
  }

  void wake() {
    sequence.wakeAll();
  }

  String holder() {
    return Holder.of(writer());
  }

  private long writer() {
    return memory.get(ValueLayout.JAVA_LONG, WRITER);
  }

  private void setWriter(long key) {
    memory.set(ValueLayout.JAVA_LONG, WRITER, key);
  }

  private int get(long offset) {
    return memory.get(ValueLayout.JAVA_INT, offset);
  }

  private void set(long offset, int value) {
    memory.set(ValueLayout.JAVA_INT, offset, value);
  }
}
