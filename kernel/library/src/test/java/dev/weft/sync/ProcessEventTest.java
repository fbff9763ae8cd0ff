package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProcessEventTest {

  @Test
  void whoWaitsGoesOnAlsoIfItIsClearedAtOnce() throws Exception {
    try (ProcessEvent event = new ProcessEvent("go")) {
      for (int i = 0; i < 50; i++) {
        ProcessEvent arrived = new ProcessEvent();
        Background.Body body =
            () -> {
              arrived.set();
              return "" + event.await(Duration.ofSeconds(60));
            };
        Background waiter = i % 2 == 0 ? Background.start(body) : Background.virtual(body);
        arrived.await();
        while (!waiter.isDone()) {
          event.set();
          event.clear();
        }
        assertEquals("true", waiter.result());
        arrived.close();
      }
      assertEquals("go [not set]", event.toString());
    }
  }

  @Test
  void isAFlag() throws Exception {
    try (ProcessEvent event = new ProcessEvent()) {
      assertFalse(event.isSet());
      event.clear();
      assertFalse(event.await(Duration.ofMillis(60)));
      event.set();
      event.set();
      assertTrue(event.isSet());
      event.await();
      assertTrue(event.await(Duration.ZERO));
      event.clear();
      assertFalse(event.await(Duration.ZERO));
    }
  }

  @Test
  void waitersAreInterruptedAndTold() throws Exception {
    ProcessEvent event = new ProcessEvent();
    Background.Body body =
        () -> {
          event.await();
          return "set";
        };
    Background interrupted = Background.start(body);
    interrupted.thread.interrupt();
    assertEquals("InterruptedException", interrupted.result());
    Background told = Background.virtual(body);
    event.close();
    assertEquals("IllegalStateException", told.result());
    assertThrows(IllegalStateException.class, event::set);
    assertThrows(IllegalStateException.class, event::isSet);
  }
}
