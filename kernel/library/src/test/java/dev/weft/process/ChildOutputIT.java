package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What children print. */
@Timeout(120)
class ChildOutputIT {

  private Lines out;

  @BeforeEach
  void take() {
    out = Lines.ofOutput();
  }

  @AfterEach
  void end() {
    out.close();
    ChildProcess.active().forEach(ChildProcess::kill);
  }

  @Test
  void aLineWithoutEndIsShownAtTheEnd() throws Exception {
    ChildProcess.start(() -> System.out.print("no ä end")).join();
    assertEquals("no ä end", out.text());
  }

  @Test
  void muchOutputIsNoProblem() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              byte[] line = "0123456789abcde\n".repeat(64).getBytes(StandardCharsets.US_ASCII);
              for (int i = 0; i < 10_000; i++) {
                System.out.write(line, 0, line.length);
              }
            });
    child.join();
    assertEquals(10_000 * 1024, out.text().length());
  }

  @Test
  void linesOfTwoChildrenStayWhole() throws Exception {
    List<ChildProcess<Void>> children = new ArrayList<>();
    for (String text : List.of("a", "b")) {
      children.add(
          ChildProcess.start(
              () -> {
                for (int i = 0; i < 500; i++) {
                  for (int k = 0; k < 10; k++) {
                    System.out.print(text);
                  }
                  System.out.println();
                }
              }));
    }
    for (ChildProcess<Void> each : children) {
      each.join();
    }
    List<String> lines = out.text().lines().toList();
    assertEquals(1000, lines.size());
    assertTrue(lines.stream().allMatch(each -> each.matches("a{10}|b{10}")), out.text());
  }

  @Test
  void whatNativeCodeWritesIsShown() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              try (var direct = new FileOutputStream(FileDescriptor.out)) {
                direct.write("native\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
              }
            });
    child.join();
    assertEquals("native\n".repeat(1000), out.text());
  }

  @Test
  void whatAShutdownHookPrintsIsShown() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              System.out.println("task");
              Runtime.getRuntime().addShutdownHook(new Thread(ChildOutputIT::slowHook));
            });
    child.join();
    assertEquals("task\nhook\n", out.text());
    assertEquals(OptionalInt.of(0), child.exitCode());
  }

  private static void slowHook() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.out.println("hook");
  }

  @Test
  void aDaemonThatGoesOnPrintingHoldsNobodyUp() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              CountDownLatch prints = new CountDownLatch(1);
              Thread.ofPlatform()
                  .daemon()
                  .start(
                      () -> {
                        while (true) {
                          System.out.println("on and on");
                          prints.countDown();
                        }
                      });
              prints.await();
            });
    child.join();
    assertEquals(OptionalInt.of(0), child.exitCode());
    ProcessHandle.of(child.pid()).ifPresent(process -> process.onExit().join());
    assertTrue(out.text().startsWith("on and on\n"));
  }

  @Test
  void whatWasPrintedBeforeExitIsShown() throws Exception {
    ChildProcess<Void> child =
        ChildProcess.start(
            () -> {
              System.out.print("bye");
              System.exit(4);
            });
    child.join();
    assertEquals("bye", out.text());
  }

  @Test
  void standardInputIsEmpty() throws Exception {
    assertEquals(-1, ChildProcess.start(() -> System.in.read()).result());
  }

  @Test
  void outputComesBeforeTheResult() throws Exception {
    ChildProcess<Integer> child =
        ChildProcess.start(
            () -> {
              System.out.println("first");
              return 1;
            });
    child.result();
    assertEquals("first\n", out.text());
    assertFalse(out.text().isEmpty());
  }
}
