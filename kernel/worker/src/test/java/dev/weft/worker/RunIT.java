package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weft.link.RunOutcome;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunIT {

  private static WorkerClient worker;

  @BeforeAll
  static void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterAll
  static void end() throws IOException {
    worker.close();
  }

  @Test
  void returnsValue() throws IOException {
    assertEquals("42", worker.value("return 42;"));
  }

  @Test
  void showsNothingForNull() throws IOException {
    assertEquals(new RunOutcome.Completed(Optional.empty()), worker.run("return null;"));
  }

  @Test
  void printsBeforeItIsDone() throws IOException {
    worker.run("System.out.println(\"höllo 😀\"); System.err.print(\"oops\"); return null;");
    assertEquals("höllo 😀\n", worker.text(worker.lastCell(), StreamName.STDOUT));
    assertEquals("oops", worker.text(worker.lastCell(), StreamName.STDERR));
  }

  @Test
  void reportsExceptionWithoutOwnFrames() throws IOException {
    RunOutcome.Threw threw =
        assertInstanceOf(
            RunOutcome.Threw.class,
            worker.run("throw new IllegalStateException(\"bad\", new RuntimeException(\"why\"));"));
    assertEquals(1, threw.step());
    assertEquals("java.lang.IllegalStateException", threw.thrown().className());
    assertEquals(Optional.of("bad"), threw.thrown().message());
    assertEquals(1, threw.thrown().frames().size(), () -> "" + threw.thrown().frames());
    assertEquals(Optional.of("why"), threw.thrown().cause().orElseThrow().message());
  }
}
