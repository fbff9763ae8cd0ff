package dev.weft.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A system that gives no more threads, played by a limit of the address space. */
@Timeout(180)
class ThreadLimitIT {

  /** Starts threads with stacks of which only few fit. */
  static final class Many {
    private Many() {}

    public static void main(String[] arguments) {
      CountDownLatch gate = new CountDownLatch(1);
      try {
        Threads.startAll(1_000, i -> gate.await());
        System.out.println("all have started");
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
      gate.countDown();
      System.out.println("goes on");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "uses ulimit")
  void theEndOfThreadsIsToldAndHarmsNothing() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -v 12000000 && exec \"$0\" -Xmx64m -XX:+UseSerialGC -Xss600m -cp \"$1\""
                    + " \"$2\"",
                java,
                System.getProperty("java.class.path"),
                Many.class.getName())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    assertTrue(text.contains("The system has started only "), text);
    assertTrue(text.contains(" of 1000 threads: use fewer, or virtual ones"), text);
    assertTrue(text.endsWith("goes on\n"), text);
  }
}
