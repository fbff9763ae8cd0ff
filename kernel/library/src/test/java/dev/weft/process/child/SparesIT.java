package dev.weft.process.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SparesIT {

  private final Spares spares = new Spares(new PlainHost());

  @AfterEach
  void end() {
    spares.close();
  }

  @Test
  void oneThatIsTakenIsReplaced() throws InterruptedException {
    spares.want();
    Child first = spares.await();
    spares.want();
    Child second = spares.await();
    assertNotEquals(first.process().pid(), second.process().pid());
    assertTrue(first.isUsable());
    first.kill();
    second.kill();
    first.process().waitFor();
    second.process().waitFor();
  }

  @Test
  void theyAreNoneOfTheUsersChildren() throws InterruptedException {
    spares.want();
    Child spare = spares.await();
    assertEquals(0, ChildProcess.active().size());
    spare.kill();
    spare.process().waitFor();
  }

  @Test
  void oneThatHasEndedIsNotGivenOut() throws InterruptedException {
    spares.want();
    Child spare = spares.await();
    spare.kill();
    spare.process().waitFor();
    assertFalse(spare.isUsable());
  }

  @Test
  void thereAreNeverMoreThanWanted() throws InterruptedException {
    Spares two = new Spares(new PlainHost(), 2, TimeUnit.HOURS.toNanos(1));
    try {
      for (int i = 0; i < 10; i++) {
        two.want();
      }
      while (two.count() < 2) {
        Thread.sleep(10);
        two.want();
        assertTrue(two.count() <= 2);
      }
      Thread.sleep(300);
      assertEquals(2, two.count());
    } finally {
      two.close();
    }
  }

  @Test
  void thoseThatNobodyUsesEndAndComeBackWithTheNextUse() throws InterruptedException {
    Spares restless = new Spares(new PlainHost(), 1, TimeUnit.SECONDS.toNanos(4));
    try {
      restless.want();
      restless.await().kill();
      while (restless.count() == 0) {
        restless.want();
        Thread.sleep(10);
      }
      while (restless.count() > 0) {
        Thread.sleep(10);
      }
      assertNull(restless.take());
      Child again = restless.await();
      assertTrue(again.isUsable());
      again.kill();
    } finally {
      restless.close();
    }
  }

  @Test
  void withoutAnyNoneIsStarted() {
    Spares none = new Spares(new PlainHost(), 0, 1);
    none.want();
    assertNull(none.take());
    none.close();
  }

  @Test
  void allEndAtTheEnd() throws InterruptedException {
    spares.want();
    Child taken = spares.await();
    spares.want();
    Child other = spares.await();
    taken.kill();
    other.kill();
    spares.close();
    assertNull(spares.take());
    taken.process().waitFor();
    other.process().waitFor();
  }
}
