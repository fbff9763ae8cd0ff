package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ParentWatchTest {

  private static final long OWN = ProcessHandle.current().pid();

  @Test
  void environmentNamesTheProcess() {
    Map<String, String> named = Map.of("JPY_PARENT_PID", String.valueOf(OWN));
    assertEquals(OWN, ParentWatch.parent(named).orElseThrow().pid());
  }

  @Test
  void otherwiseItIsTheParent() {
    var parent = ProcessHandle.current().parent();
    assertEquals(parent, ParentWatch.parent(Map.of()));
    assertEquals(parent, ParentWatch.parent(Map.of("JPY_PARENT_PID", "none")));
    assertEquals(parent, ParentWatch.parent(Map.of("JPY_PARENT_PID", "999999999999999999")));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void noticesTheEndOfAProcessThatIsNotAChild() throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
    try (BufferedReader out = shell.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle grandchild = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      CountDownLatch noticed = new CountDownLatch(1);
      ParentWatch.start(grandchild, noticed::countDown);
      assertEquals(1, noticed.getCount());
      grandchild.destroyForcibly();
      assertTrue(noticed.await(60, TimeUnit.SECONDS), "although nobody has collected it");
    } finally {
      shell.destroyForcibly();
    }
  }
}
