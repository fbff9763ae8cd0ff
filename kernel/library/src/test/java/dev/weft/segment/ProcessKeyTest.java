package dev.weft.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProcessKeyTest {

  @Test
  void theOwnProcessLives() {
    assertEquals(ProcessHandle.current().pid(), ProcessKey.pid(ProcessKey.self()));
    assertTrue(ProcessKey.isAlive(ProcessKey.self()));
    assertEquals(ProcessKey.self(), ProcessKey.of(ProcessHandle.current().pid()));
  }

  @Test
  void whoHasTheIdOfADeadProcessIsNotTakenForIt() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      long key = ProcessKey.of(other.pid());
      assertTrue(ProcessKey.isAlive(key));
      assertFalse(ProcessKey.isAlive(key + (1L << 32)));
      assertEquals(key, Names.key(Names.of(key) + "-7.cells"));
      other.destroyForcibly().waitFor();
      assertFalse(ProcessKey.isAlive(key));
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void nobodyIsDead() {
    assertFalse(ProcessKey.isAlive(0));
    assertNotEquals(0, ProcessKey.self());
    assertEquals(0, Names.key("notes.txt"));
    assertEquals(0, Names.key("12-xyz"));
  }

  @Test
  void aFamilyWhoseFirstProcessHasGoneIsNoFamily() {
    assertTrue(Family.read(null).isRoot());
    assertTrue(Family.read("2147483000-1/futex").isRoot());
    assertTrue(Family.read("what").isRoot());
    Family read = Family.read(Names.of(ProcessKey.self()) + "/portable");
    assertEquals("portable", read.waiting());
  }
}
