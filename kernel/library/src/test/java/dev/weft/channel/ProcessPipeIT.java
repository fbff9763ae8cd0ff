package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
import dev.weft.process.NotTransferableException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pipes between processes. */
@Timeout(180)
class ProcessPipeIT {

  private final ProcessPipe<Object> pipe = ProcessPipe.open();
  private final PipeEnd<Object> here = pipe.first();
  private final PipeEnd<Object> there = pipe.second();

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
    pipe.close();
  }

  /** Sends back what comes. */
  private static void echo(PipeEnd<Object> end) throws Exception {
    try {
      while (true) {
        end.send(end.receive());
      }
    } catch (EOFException e) {
      end.close();
    }
  }

  @Test
  void objectsGoBothWays() throws Exception {
    PipeEnd<Object> its = there;
    ChildProcess<Void> child = ChildProcess.start(() -> echo(its));
    for (Object each : List.of("text", 1, List.of(1, 2), Map.of("a", 1.5), 'c')) {
      here.send(each);
      assertEquals(each, here.receive());
    }
    here.close();
    child.result();
  }

  @Test
  void bytesGoAsTheyAre() throws Exception {
    PipeEnd<Object> its = there;
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              for (byte[] each = its.receiveBytes(); each.length > 0; each = its.receiveBytes()) {
                its.sendBytes(each);
              }
            });
    for (int length : new int[] {1, 7, 8, 9, 1024, 100_000, 2_000_000}) {
      byte[] bytes = new byte[length];
      bytes[length - 1] = 5;
      here.sendBytes(bytes);
      assertArrayEquals(bytes, here.receiveBytes());
    }
    here.sendBytes(new byte[10], 10, 0);
    child.result();
    assertEquals(List.of(), Leftovers.messages());
    assertThrows(IndexOutOfBoundsException.class, () -> here.sendBytes(new byte[10], 5, 6));
  }

  @Test
  void bytesAreAlsoAnObjectButNotTheOtherWayRound() throws Exception {
    here.sendBytes(new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, (byte[]) there.receive());
    here.send("an object");
    assertThrows(IllegalStateException.class, there::receiveBytes);
    assertEquals("an object", there.receive());
  }

  @Test
  void pollWaitsForAMessage() throws Exception {
    assertFalse(here.poll(Duration.ZERO));
    assertFalse(here.poll(Duration.ofMillis(-1)));
    assertFalse(here.poll(Duration.ofMillis(2)));
    PipeEnd<Object> its = there;
    ChildProcess<Void> child = ChildProcess.start(() -> its.send("m"));
    assertTrue(here.poll(Duration.ofSeconds(Long.MAX_VALUE)));
    assertTrue(here.poll(Duration.ZERO));
    assertEquals("m", here.receive());
    child.join();
    assertTrue(here.poll(Duration.ofMinutes(1)));
    assertThrows(EOFException.class, here::receive);
  }

  @Test
  void theEndOfTheOtherProcessIsSeen() throws Exception {
    PipeEnd<Object> its = there;
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              its.send("last words");
              its.send("and more");
            });
    child.result();
    child.join();
    assertEquals("last words", here.receive());
    assertEquals("and more", here.receive());
    assertThrows(EOFException.class, here::receive);
    assertThrows(EOFException.class, here::receiveBytes);
    String big = "x".repeat(1000);
    assertThrows(
        IOException.class,
        () -> {
          for (int i = 0; i < 10_000; i++) {
            here.send(big);
          }
        });
  }

  @Test
  void theDeathOfTheOtherProcessIsSeen() throws Exception {
    PipeEnd<Object> its = there;
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              its.send("begun");
              Thread.sleep(Duration.ofMinutes(10));
            });
    assertEquals("begun", here.receive());
    var receiving = Background.run(here::receive);
    child.kill();
    ExecutionException thrown = assertThrows(ExecutionException.class, receiving::get);
    assertInstanceOf(EOFException.class, thrown.getCause());
  }

  @Test
  void closingAnEndIsSeenAtTheOther() throws Exception {
    PipeEnd<Object> its = there;
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              its.send(1);
              its.close();
              assertThrows(IOException.class, () -> its.send(2));
              Thread.sleep(Duration.ofMinutes(10));
            });
    assertEquals(1, here.receive());
    assertThrows(EOFException.class, here::receive);
    assertTrue(child.isAlive());
  }

  @Test
  void anEndThatNobodyWillEverHaveIsGone() throws Exception {
    there.close();
    assertThrows(EOFException.class, here::receive);
    here.close();
    here.close();
    assertTrue(here.isClosed());
    assertThrows(IOException.class, here::receive);
    assertThrows(IOException.class, () -> here.send(1));
    assertThrows(IOException.class, () -> here.poll(Duration.ZERO));
    assertThrows(NotTransferableException.class, () -> ChildProcess.start(here::isClosed));
  }

  @Test
  void bothEndsMayBeInOneProcess() throws Exception {
    CompletableFuture<Boolean> echo = Background.act(() -> echo(there));
    for (int i = 0; i < 1000; i++) {
      here.send(i);
      assertEquals(i, here.receive());
    }
    here.close();
    assertTrue(echo.get());
  }

  @Test
  void bothEndsMayBeInChildren() throws Exception {
    PipeEnd<Object> one = here;
    PipeEnd<Object> other = there;
    ChildProcess<Void> echo = ChildProcess.start(() -> echo(other));
    ChildProcess<Integer> asking =
        ChildProcess.start(
            () -> {
              int sum = 0;
              for (int i = 0; i < 100; i++) {
                one.send(i);
                sum += (Integer) one.receive();
              }
              return sum;
            });
    assertEquals(4950, asking.result());
    echo.result();
  }

  @Test
  void aWaitEndsByAnInterruptAndByAClose() throws Exception {
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    var interrupted =
        Background.run(
            () -> {
              waiting.complete(Thread.currentThread());
              return here.receive();
            });
    waiting.get().interrupt();
    ExecutionException thrown = assertThrows(ExecutionException.class, interrupted::get);
    assertInstanceOf(InterruptedException.class, thrown.getCause());
    var closed = Background.run(here::receive);
    here.close();
    ExecutionException told = assertThrows(ExecutionException.class, closed::get);
    assertInstanceOf(IOException.class, told.getCause());
  }

  @Test
  @SuppressWarnings("NullAway") // null is the bad input
  void whatCannotTravelIsRefused() throws Exception {
    assertThrows(NotTransferableException.class, () -> here.send(new Thread()));
    assertThrows(NullPointerException.class, () -> here.send(null));
    assertFalse(there.poll(Duration.ZERO));
    assertTrue(here.toString().startsWith("First end of ProcessPipe-"), here.toString());
  }
}
