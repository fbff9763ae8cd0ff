package dev.weft.front.magic.process;

import dev.weft.front.magic.Interruption;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A program that runs for a magic: its output goes on as it comes, and an interrupt of the cell
 * ends it with all processes that it has started.
 */
final class ProgramRun {

  /** How long to wait for output of what the program has left in the background. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int BUFFER = 8192;

  private final MagicContext context;
  private final Consumer<String> output;

  /** Runs whose standard output goes to a consumer, which may block. */
  ProgramRun(MagicContext context, Consumer<String> output) {
    this.context = context;
    this.output = output;
  }

  /**
   * Runs a program and waits for its end; returns its exit status.
   *
   * @param input what it can read, empty for nothing
   * @throws MagicException if it can't be started, or was interrupted
   */
  int run(List<String> command, Optional<String> input) throws MagicException {
    Process process = start(command);
    Thread out = pump(process.getInputStream(), output);
    Thread err = pump(process.getErrorStream(), context.output()::printError);
    daemon("magic-input", () -> feed(process.getOutputStream(), input.orElse("")));
    Runnable end = () -> daemon("magic-end", () -> ProcessTree.end(process.toHandle()));
    try (Interruption.Registration _ = context.interruption().onRequest(end)) {
      int status = process.waitFor();
      out.join(PATIENCE);
      err.join(PATIENCE);
      if (context.interruption().isRequested()) {
        throw new MagicException("Interrupted", "The program was ended.");
      }
      return status;
    } catch (InterruptedException e) {
      throw new IllegalStateException("The thread that runs cells must not be interrupted", e);
    }
  }

  private Process start(List<String> command) throws MagicException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(context.worker().directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(context.worker().environment());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new MagicException(
          "NoProgram", "Unable to start " + command.getFirst() + ": " + reason(e) + ".");
    }
  }

  /** The JDK's message tells of the folder too, and ends in words of the system's. */
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("error=2") || message.contains("error: 2 ")
        ? "there is no such program"
        : message;
  }

  private static Thread pump(InputStream from, Consumer<String> to) {
    return daemon("magic-output", () -> copy(from, to));
  }

  private static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).start(task);
  }

  /** Passes text on until there is no more; what is not UTF-8 becomes a replacement character. */
  private static void copy(InputStream from, Consumer<String> to) {
    char[] buffer = new char[BUFFER];
    try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        to.accept(new String(buffer, 0, n));
      }
    } catch (IOException e) {
      to.accept("(the rest of the output could not be read: " + e.getMessage() + ")\n");
    }
  }

  private static void feed(OutputStream to, String text) {
    try (to) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      return; // the program has ended, or closed its input, without reading all of it
    }
  }
}
