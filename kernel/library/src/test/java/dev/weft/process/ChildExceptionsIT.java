package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong in a child, as its parent sees it. */
@Timeout(120)
class ChildExceptionsIT {

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
  }

  private static Throwable failure(SerializableCallable<?> task) {
    ChildProcess<?> child = ChildProcess.start(task);
    return cause(assertThrows(ExecutionException.class, child::result));
  }

  private static Throwable cause(Throwable thrown) {
    return Objects.requireNonNull(thrown.getCause());
  }

  /** Has no constructor without arguments, which breaks Python's way to rebuild exceptions. */
  static final class OddException extends Exception {
    private static final long serialVersionUID = 1;
    final int number;

    OddException(int number, String message) {
      super(message);
      this.number = number;
    }
  }

  /** Holds something that does not travel. */
  static final class HeavyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // that it is not serializable is the point
    final Object held = new Object();

    HeavyException(Throwable cause) {
      super("heavy", cause);
    }
  }

  @Test
  void anExceptionComesBackWithTheTraceOfTheChild() throws Exception {
    Lines errors = Lines.ofErrors();
    ChildProcess<Integer> child =
        ChildProcess.start(
            () -> {
              throw new IllegalStateException("boom", new IOException("inner"));
            });
    ExecutionException thrown = assertThrows(ExecutionException.class, child::result);
    IllegalStateException cause = assertInstanceOf(IllegalStateException.class, thrown.getCause());
    assertEquals("boom", cause.getMessage());
    StackTraceElement[] trace = cause.getStackTrace();
    assertTrue(trace[0].getClassName().contains("ChildExceptionsIT"), trace[0].toString());
    assertEquals(1, trace.length);
    assertInstanceOf(IOException.class, cause.getCause());
    child.join();
    assertEquals(OptionalInt.of(1), child.exitCode());
    errors.await("Exception in thread \"main\" java.lang.IllegalStateException: boom\n\tat ");
    errors.close();
  }

  private static int fail(int item) {
    Objects.checkIndex(item, 0);
    return item;
  }

  @Test
  void aTraceHasTheUsersFramesAndTheJdksAlone() {
    try (var pool = new ProcessPool(1)) {
      for (int chunk : new int[] {1, 2}) {
        Exception thrown =
            assertThrows(
                IndexOutOfBoundsException.class,
                () -> pool.map(List.of(1, 2), chunk, i -> Stream.of(i).map(n -> fail(n)).toList()));
        List<String> classes =
            Stream.of(thrown.getStackTrace()).map(StackTraceElement::getClassName).toList();
        String own = ChildExceptionsIT.class.getName();
        assertEquals(own, classes.getLast());
        assertTrue(
            classes.stream()
                .allMatch(
                    each ->
                        each.equals(own)
                            || each.startsWith("java.")
                            || each.startsWith("jdk.internal.")),
            classes.toString());
      }
    }
  }

  @Test
  void anExceptionIsRebuiltWithoutItsConstructor() {
    Throwable thrown =
        failure(
            () -> {
              throw new OddException(7, "odd");
            });
    assertEquals(7, assertInstanceOf(OddException.class, thrown).number);
  }

  @Test
  void anExceptionThatCannotTravelIsDescribed() {
    Throwable thrown =
        failure(
            () -> {
              throw new HeavyException(new IOException("inner"));
            });
    RemoteException described = assertInstanceOf(RemoteException.class, thrown);
    String message = String.valueOf(described.getMessage());
    assertTrue(message.contains("HeavyException: heavy"), message);
    assertTrue(described.getStackTrace()[0].getClassName().contains("ChildExceptionsIT"));
    assertTrue(String.valueOf(cause(described).getMessage()).contains("inner"));
  }

  @Test
  void aCycleOfCausesAndSuppressedOnesCome() {
    Throwable thrown =
        failure(
            () -> {
              Exception first = new Exception("first");
              Exception second = new Exception("second", first);
              first.initCause(second);
              first.addSuppressed(new IOException("closing"));
              throw first;
            });
    assertEquals("closing", thrown.getSuppressed()[0].getMessage());
    assertSame(thrown, cause(thrown).getCause());
  }

  @SuppressWarnings("InfiniteRecursion") // it is meant to overflow the stack
  private static int endless(int n) {
    return endless(n + 1) + 1;
  }

  @Test
  void aStackOverflowIsAnAnswer() {
    assertInstanceOf(StackOverflowError.class, failure(() -> endless(1)));
  }

  @Test
  void aChildWithoutMemoryEnds() {
    ChildProcess<Integer> child =
        ChildProcess.start(
            ChildOptions.DEFAULT.withHeap(32),
            () -> {
              List<byte[]> kept = new ArrayList<>();
              while (kept.size() < 1000) {
                kept.add(new byte[1 << 20]);
              }
              return kept.size();
            });
    Throwable cause = assertThrows(ExecutionException.class, child::result).getCause();
    ChildDiedException died = assertInstanceOf(ChildDiedException.class, cause);
    assertEquals(3, died.exitCode());
  }

  @Test
  void aResultThatCannotTravelIsSaid() {
    Throwable thrown = failure(() -> List.of(1, Stream.of(2)));
    String message = String.valueOf(thrown.getMessage());
    assertInstanceOf(NotTransferableException.class, thrown);
    assertTrue(message.contains("[1]"), message);
    assertTrue(message.contains("result"), message);
  }

  @Test
  void aValueThatCannotTravelIsRefusedAtTheStart() {
    Object lock = new Object();
    NotTransferableException refused =
        assertThrows(
            NotTransferableException.class, () -> ChildProcess.start(() -> lock.hashCode()));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("java.lang.Object"), message);
    assertEquals(List.of(), ChildProcess.active());
  }

  @Test
  void aChildThatCrashesIsSeen() throws Exception {
    ChildProcess<Void> child = ChildProcess.start(() -> Runtime.getRuntime().halt(7));
    child.join();
    assertEquals(OptionalInt.of(7), child.exitCode());
  }
}
