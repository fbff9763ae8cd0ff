package dev.weft.sync;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.bare.Belongings;
import dev.weft.memory.SharedArray;
import dev.weft.memory.SharedMemory;
import dev.weft.memory.SharedValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.foreign.ValueLayout;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What is left of a thousand of each, made, used by a handle that has travelled, and closed. */
@Timeout(300)
@SuppressWarnings("try") // closes may be interrupted, and held is held for nothing
class SyncLeaksIT {

  private static final int WARM_UP = 20;
  private static final int CYCLES = 1_000;

  /** What is done with a handle. */
  private interface Use<T> {
    void with(T handle) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> ofWaitingNothingIsLeft() {
    return Stream.of(
        of("lock", i -> new ProcessLock(), SyncLeaksIT::use),
        of("lock that is not reentrant", i -> ProcessLock.nonReentrant(), SyncLeaksIT::use),
        of("semaphore", i -> new ProcessSemaphore(2), SyncLeaksIT::use),
        of("bounded semaphore", i -> ProcessSemaphore.bounded(2), SyncLeaksIT::use),
        of("semaphore of signals", i -> ProcessSemaphore.forSignals(2), SyncLeaksIT::use),
        of("event", i -> new ProcessEvent(), event -> event.set()),
        of("barrier", i -> new ProcessBarrier(1), barrier -> barrier.await()),
        of("latch", i -> new ProcessLatch(1), latch -> latch.countDown()),
        of("read-write lock", i -> new ProcessReadWriteLock(), SyncLeaksIT::use));
  }

  @TestFactory
  Stream<DynamicTest> ofMemoryNothingIsLeft() {
    return Stream.of(
        of("int", SharedValue::ofInt, value -> value.getAndAdd(1)),
        of("long", SharedValue::ofLong, value -> value.getAndAdd(1)),
        of("double", SharedValue::ofDouble, value -> value.set(1)),
        of("boolean", i -> SharedValue.ofBoolean(true), value -> value.set(false)),
        of("locked value", SharedValue::ofInt, value -> use(value.lock())),
        of("bytes", i -> SharedArray.ofBytes(10_000), array -> array.set(9_999, (byte) 1)),
        of("shorts", i -> SharedArray.ofShorts(10), array -> array.set(9, (short) 1)),
        of("chars", i -> SharedArray.ofChars(10), array -> array.set(9, 'a')),
        of("ints", i -> SharedArray.ofInts(10), array -> array.getAndAdd(9, 1)),
        of("longs", i -> SharedArray.ofLongs(10), array -> array.getAndAdd(9, 1)),
        of("floats", i -> SharedArray.ofFloats(10), array -> array.set(9, 1)),
        of("doubles", i -> SharedArray.ofDoubles(10), array -> array.set(9, 1)),
        of("booleans", i -> SharedArray.ofBooleans(10), array -> array.set(9, true)),
        of("memory", i -> SharedMemory.create(5_000), SyncLeaksIT::use),
        of("named memory", i -> SharedMemory.create("leak-" + i, 5_000), SyncLeaksIT::use));
  }

  private static void use(ProcessLock lock) throws InterruptedException {
    lock.lock();
    try {
      lock.newCondition().signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void use(ProcessSemaphore semaphore) throws InterruptedException {
    semaphore.acquire();
    semaphore.release();
  }

  private static void use(ProcessReadWriteLock access) {
    try (Held writing = Held.hold(access.writeLock());
        Held reading = Held.hold(access.readLock())) {
      access.getReadLockCount();
    }
  }

  private static void use(SharedMemory memory) {
    memory.segment().set(ValueLayout.JAVA_INT, 0, 1);
  }

  private static <T extends Serializable & AutoCloseable> DynamicTest of(
      String name, IntFunction<T> maker, Use<T> use) {
    return dynamicTest(
        name,
        () -> {
          for (int i = 0; i < WARM_UP; i++) {
            cycle(maker.apply(i), use);
          }
          Belongings before = Belongings.beforeUse();
          for (int i = 0; i < CYCLES; i++) {
            cycle(maker.apply(i), use);
          }
          before.awaitNoMore();
        });
  }

  private static <T extends Serializable & AutoCloseable> void cycle(T made, Use<T> use)
      throws Exception {
    try (made;
        T travelled = travelled(made)) {
      use.with(made);
      use.with(travelled);
    }
  }

  @SuppressWarnings("unchecked") // what is written is what is read
  private static <T> T travelled(T handle) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(handle);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
