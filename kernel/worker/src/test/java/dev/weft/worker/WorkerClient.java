package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.Link;
import dev.weft.link.LinkListener;
import dev.weft.link.Message;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import dev.weft.link.StreamName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A worker JVM, started from the jar, and the front's end of its link. */
final class WorkerClient implements AutoCloseable {

  static final long PATIENCE_SECONDS = Long.getLong("weft.patience", 60);

  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*;
      import java.util.stream.*;
      import java.util.function.*;
      import dev.weft.process.*;
      """;

  private final Process process;
  private final Link link;
  private final BlockingQueue<Message> events = new LinkedBlockingQueue<>();
  private final List<Event> seen = new ArrayList<>();
  private final StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
  private int snippets;
  private long cells;

  private WorkerClient(Process process, Link link) {
    this.process = process;
    this.link = link;
    Thread reader = new Thread(this::readAll, "test-link-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a worker and waits until it is ready. */
  static WorkerClient start(String... options) throws IOException {
    try (LinkListener listener = LinkListener.open()) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(options));
      command.addAll(List.of("-jar", jar().toString(), listener.address()));
      Process process = new ProcessBuilder(command).inheritIO().start();
      WorkerClient client = new WorkerClient(process, listener.accept());
      client.await(Event.Ready.class);
      return client;
    }
  }

  private static Path jar() {
    Path jar = Path.of(System.getProperty("weft.worker.jar", "target/worker/weft-worker.jar"));
    assertTrue(Files.exists(jar), "No worker at " + jar.toAbsolutePath());
    return jar;
  }

  private void readAll() {
    try {
      while (true) {
        events.add(link.receive());
      }
    } catch (IOException e) {
      events.add(new Command.Exit()); // stands for the end of the stream
    }
  }

  Process process() {
    return process;
  }

  Link link() {
    return link;
  }

  void send(Command command) throws IOException {
    link.send(command);
  }

  /** Everything that has come so far, in order. */
  List<Event> seen() {
    return seen;
  }

  Event next() {
    try {
      Message message = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!(message instanceof Event event)) {
        return fail(message == null ? "Nothing came" : "The worker has ended");
      }
      seen.add(event);
      return event;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  <E extends Event> E await(Class<E> type) {
    return await(type, event -> true);
  }

  <E extends Event> E await(Class<E> type, Predicate<E> wanted) {
    while (true) {
      Event event = next();
      if (type.isInstance(event) && wanted.test(type.cast(event))) {
        return type.cast(event);
      }
    }
  }

  /** Waits until the cell has printed this text, in whatever pieces. */
  void awaitText(long cell, String text) {
    while (!text(cell, StreamName.STDOUT).contains(text)) {
      next();
    }
  }

  /** Waits for the end of the stream. */
  void awaitEnd() throws InterruptedException {
    while (events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof Event event) {
      seen.add(event);
    }
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "The worker still runs");
  }

  String text(long cell, StreamName stream) {
    StringBuilder text = new StringBuilder();
    for (Event event : seen) {
      if (event instanceof Event.Output(long of, var on, var part) && of == cell && on == stream) {
        text.append(part);
      }
    }
    return text.toString();
  }

  /**
   * Starts a cell of these statements, the last of which may return a value; returns its number.
   */
  long begin(String body) throws IOException {
    return begin(body, "");
  }

  long begin(String body, String members) throws IOException {
    String name = "REPL.$JShell$" + ++snippets;
    String source =
        "package REPL;\n"
            + IMPORTS
            + "public class $JShell$"
            + snippets
            + " {\n"
            + members
            + "\npublic static Object do_it$() throws Throwable {\n"
            + body
            + "\n}}";
    long cell = ++cells;
    send(
        new Command.Run(
            cell,
            true,
            List.of(
                new Step.Load(SnippetCompiler.compile(name, source, classPath.toString())),
                new Step.Invoke(name, "do_it$", true))));
    return cell;
  }

  /** Adds jars to the class path of the cells that follow. */
  void addToClassPath(List<Path> jars) throws IOException {
    send(new Command.AddToClassPath(jars.stream().map(Path::toString).toList()));
    assertEquals(Optional.empty(), await(Event.Done.class).failure());
    jars.forEach(jar -> classPath.append(File.pathSeparator).append(jar));
  }

  RunOutcome outcome(long cell) {
    return await(Event.RunDone.class, done -> done.cell() == cell).outcome();
  }

  RunOutcome run(String body) throws IOException {
    return outcome(begin(body));
  }

  /** Runs a cell and returns its value as plain text. */
  String value(String body) throws IOException {
    RunOutcome outcome = run(body);
    if (outcome instanceof RunOutcome.Completed(var value) && value.isPresent()) {
      return value.get().data().getOrDefault("text/plain", "no text");
    }
    return fail("No value but " + outcome);
  }

  /** Runs a cell and returns what is shown of its value, by format. */
  Map<String, String> shown(String body) throws IOException {
    RunOutcome outcome = run(body);
    if (outcome instanceof RunOutcome.Completed(var value) && value.isPresent()) {
      return value.get().data();
    }
    return fail("No value but " + outcome);
  }

  long lastCell() {
    return cells;
  }

  @Override
  public void close() throws IOException {
    link.close();
    process.destroyForcibly();
  }
}
