package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Child processes of a program that has all its classes on the class path. */
@Timeout(120)
class ChildProcessIT {

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  @Test
  void runsALambda() throws Exception {
    int n = 20;
    ChildProcess<Integer> child = ChildProcess.start(() -> fib(n));
    assertEquals(6765, child.result());
    child.join();
    assertEquals(OptionalInt.of(0), child.exitCode());
    assertFalse(child.isAlive());
  }

  @Test
  void anExceptionComesBackWithTheTraceOfTheChild() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              throw new IllegalStateException("boom", new RuntimeException("inner"));
            });
    ExecutionException thrown = assertThrows(ExecutionException.class, child::result);
    IllegalStateException cause = assertInstanceOf(IllegalStateException.class, thrown.getCause());
    assertEquals("boom", cause.getMessage());
    assertTrue(cause.getStackTrace()[0].getClassName().contains("ChildProcessIT"));
    child.join();
    assertEquals(OptionalInt.of(1), child.exitCode());
  }

  @Test
  void isKilledWhileItStarts() throws Exception {
    ChildProcess<Void> child = ChildProcess.start(() -> Thread.sleep(Duration.ofMinutes(5)));
    assertEquals(OptionalInt.empty(), child.exitCode());
    child.kill();
    child.join();
    assertEquals(OptionalInt.of(-9), child.exitCode());
    ExecutionException died = assertThrows(ExecutionException.class, child::result);
    assertEquals(-9, assertInstanceOf(ChildDiedException.class, died.getCause()).exitCode());
  }
}
