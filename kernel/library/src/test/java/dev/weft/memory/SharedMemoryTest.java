package dev.weft.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SharedMemoryTest {

  @Test
  void valuesAreAtomic() {
    try (SharedInt i = SharedValue.ofInt(3);
        SharedLong l = SharedValue.ofLong(1L << 40);
        SharedDouble d = SharedValue.ofDouble(0.5);
        SharedBoolean b = SharedValue.ofBoolean(true)) {
      assertEquals(3, i.getAndAdd(4));
      assertEquals(8, i.incrementAndGet());
      assertEquals(16, i.updateAndGet(n -> n * 2));
      assertEquals(16, i.getAndSet(1));
      assertEquals(6, i.accumulateAndGet(5, Integer::sum));
      assertEquals(5, i.decrementAndGet());
      assertEquals((1L << 40) + 1, l.incrementAndGet());
      assertFalse(l.compareAndSet(0, 1));
      assertEquals(1.75, d.addAndGet(1.25));
      assertTrue(d.compareAndSet(1.75, 2));
      assertTrue(b.getAndSet(false));
      assertFalse(b.compareAndSet(true, false));
      assertEquals("5 2.0 false", i + " " + d + " " + b);
      assertFalse(i.lock().isLocked());
    }
  }

  @Test
  void arraysOfEachTypeShowThemselves() {
    try (SharedInts ints = SharedArray.ofInts(3);
        SharedLongs longs = SharedArray.copyOf(new long[] {1, 2});
        SharedDoubles doubles = SharedArray.ofDoubles(2);
        SharedFloats floats = SharedArray.copyOf(new float[] {1.5f});
        SharedShorts shorts = SharedArray.copyOf(new short[] {-1});
        SharedBytes bytes = SharedArray.copyOf(new byte[] {-128, 127});
        SharedChars chars = SharedArray.copyOf(new char[] {'a', 'b'});
        SharedBooleans booleans = SharedArray.copyOf(new boolean[] {true, false})) {
      for (int i = 0; i < 3; i++) {
        ints.set(i, i * 2);
      }
      assertEquals("[0, 2, 4]", ints.toString());
      assertEquals(6, ints.stream().sum());
      assertEquals(2, ints.getAndAdd(1, 5));
      assertTrue(ints.compareAndSet(1, 7, 8));
      assertEquals(9, ints.update(1, n -> n + 1));
      assertArrayEquals(new int[] {0, 9, 4}, ints.toArray());
      assertEquals(0.5, doubles.addAndGet(1, 0.5));
      longs.fill(7);
      assertEquals(
          "[7, 7] [0.0, 0.5] [1.5] [-1] [-128, 127] [a, b] [true, false]",
          longs + " " + doubles + " " + floats + " " + shorts + " " + bytes + " " + chars + " "
              + booleans);
      assertFalse(booleans.update(0, truth -> !truth));
      int sum = 0;
      for (byte each : bytes) {
        sum += each;
      }
      assertEquals(-1, sum);
    }
  }

  @Test
  void badInputIsNamed() {
    try (SharedInts ints = SharedArray.ofInts(3)) {
      assertNamed("-1", IndexOutOfBoundsException.class, () -> ints.get(-1));
      assertNamed("3", IndexOutOfBoundsException.class, () -> ints.set(3, 0));
      assertNamed("3", IndexOutOfBoundsException.class, () -> ints.update(3, n -> n));
      assertNamed("2", IllegalArgumentException.class, () -> ints.copyFrom(new int[2]));
    }
    assertNamed("-1", NegativeArraySizeException.class, () -> SharedArray.ofBytes(-1));
    assertNamed("-5", IllegalArgumentException.class, () -> SharedMemory.create(-5));
    assertNamed("a/b", IllegalArgumentException.class, () -> SharedMemory.create("a/b", 5));
    assertNamed("none-7", UncheckedIOException.class, () -> SharedMemory.open("none-7"));
  }

  private static <T extends Exception> void assertNamed(
      String value, Class<T> type, Executable action) {
    T bad = assertThrows(type, action);
    assertTrue(bad.toString().contains(value), bad::toString);
  }

  @Test
  void whatIsClosedIsNotUsed() {
    for (int length : new int[] {2, 1_000_000}) {
      SharedInts ints = SharedArray.ofInts(length);
      ints.close();
      ints.close();
      assertTrue(ints.isClosed());
      assertThrows(IllegalStateException.class, () -> ints.get(0));
      assertThrows(IllegalStateException.class, () -> ints.set(0, 1));
      assertEquals("closed", ints.toString());
    }
    SharedLong value = SharedValue.ofLong(1);
    value.close();
    assertThrows(IllegalStateException.class, value::incrementAndGet);
    SharedMemory memory = SharedMemory.create(8);
    memory.close();
    assertThrows(IllegalStateException.class, memory::segment);
  }

  @Test
  void memoryIsFoundByItsName() {
    String name = "test-" + ProcessHandle.current().pid();
    try (SharedMemory memory = SharedMemory.create(name, 100);
        SharedMemory same = SharedMemory.open(name)) {
      assertEquals(100, same.size());
      memory.segment().set(ValueLayout.JAVA_INT, 96, 42);
      assertEquals(42, same.segment().get(ValueLayout.JAVA_INT, 96));
      assertNamed(name, UncheckedIOException.class, () -> SharedMemory.create(name, 100));
      assertThrows(
          IndexOutOfBoundsException.class, () -> memory.segment().get(ValueLayout.JAVA_INT, 97));
    }
    assertThrows(UncheckedIOException.class, () -> SharedMemory.open(name));
    SharedMemory.create(name, 8).close();
  }
}
