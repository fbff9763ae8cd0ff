package dev.weft.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When it is tried. */
class SpinTest {

  private final Spin spin = new Spin();
  private final AtomicInteger attempts = new AtomicInteger();

  private boolean look(boolean result) {
    int before = attempts.get();
    boolean[] looked = new boolean[1];
    boolean over =
        spin.look(
            () -> {
              looked[0] = true;
              return result;
            });
    attempts.set(before + (looked[0] ? 1 : 0));
    return over;
  }

  @Test
  void whatSucceedsIsTriedAlways() {
    boolean several = Runtime.getRuntime().availableProcessors() > 1;
    for (int i = 0; i < 100; i++) {
      assertEquals(several, look(true));
    }
  }

  @Test
  void whatIsInVainIsTriedRarely() {
    for (int i = 0; i < 1_000; i++) {
      assertFalse(look(false));
    }
    assertTrue(attempts.get() < 20, attempts::toString);
  }

  @Test
  void aVirtualThreadKeepsItsCarrierForNobody() throws Exception {
    Thread thread = Thread.ofVirtual().start(() -> assertFalse(look(true)));
    thread.join();
    assertEquals(0, attempts.get());
  }
}
