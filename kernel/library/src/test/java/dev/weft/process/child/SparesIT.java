package dev.weft.process.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
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
