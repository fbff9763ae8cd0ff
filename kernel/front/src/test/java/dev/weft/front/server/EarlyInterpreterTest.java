package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.OutputSink;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EarlyInterpreterTest {

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private final OutputSink listener =
      new OutputSink() {
        @Override
        public void stream(long cell, String name, String text) {
          heard.add(cell + " " + name + " " + text);
        }

        @Override
        public void display(long cell, DisplayData data, Optional<String> id, boolean update) {
          heard.add(cell + " display " + id.orElse("") + " " + update);
        }

        @Override
        public void clear(long cell, boolean wait) {
          heard.add(cell + " clear " + wait);
        }

        @Override
        public void requestInput(long cell, String prompt, boolean password) {
          heard.add(cell + " ask " + prompt + " " + password);
        }

        @Override
        public void comm(long cell, CommMessage message) {
          heard.add(cell + " comm " + message.commId());
        }
      };

  @Test
  void handsOverWhatTheFactoryMakes() {
    CompletableFuture<EchoInterpreter> made = new CompletableFuture<>();
    try (EarlyInterpreter early =
        EarlyInterpreter.start(
            sink -> {
              made.complete(new EchoInterpreter(sink));
              return made.join();
            })) {
      assertSame(made.join(), early.connect(listener));
    }
  }

  @Test
  void outputOfTheStartArrivesOnceThereIsSomebodyToHearIt() throws InterruptedException {
    try (EarlyInterpreter early = EarlyInterpreter.start(EarlyInterpreterTest::talking)) {
      early.connect(listener);
      assertEquals("0 stderr early", heard.poll(60, TimeUnit.SECONDS));
      assertEquals("0 display x true", heard.poll(60, TimeUnit.SECONDS));
      assertEquals("0 clear false", heard.poll(60, TimeUnit.SECONDS));
      assertEquals("0 ask name? false", heard.poll(60, TimeUnit.SECONDS));
    }
  }

  private static EchoInterpreter talking(OutputSink sink) {
    Runnable talk =
        () -> {
          sink.stream(0, "stderr", "early");
          sink.display(0, DisplayData.text("d"), Optional.of("x"), true);
          sink.clear(0, false);
          sink.requestInput(0, "name?", false);
        };
    Thread.ofPlatform().daemon().start(talk);
    return new EchoInterpreter(sink);
  }

  @Test
  void tellsWhyThereIsNone() {
    try (EarlyInterpreter early =
        EarlyInterpreter.start(
            sink -> {
              throw new IllegalStateException("no worker");
            })) {
      Exception thrown = assertThrows(IllegalStateException.class, () -> early.connect(listener));
      assertEquals("no worker", thrown.getMessage());
    }
  }

  @Test
  void endsAnInterpreterThatNobodyConnectedTo() throws Exception {
    CompletableFuture<EchoInterpreter> made = new CompletableFuture<>();
    EarlyInterpreter early =
        EarlyInterpreter.start(
            sink -> {
              made.complete(new EchoInterpreter(sink));
              return made.join();
            });
    EchoInterpreter interpreter = made.get(60, TimeUnit.SECONDS);
    early.close();
    interpreter.awaitClose();
  }
}
