package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.remote.Worker;
import dev.weft.front.remote.WorkerListener;
import dev.weft.link.ClassBytes;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import dev.weft.link.StreamName;
import dev.weft.link.Thrown;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * A worker in this JVM: a class loader and a thread. It takes redefinitions without carrying them
 * out, and can't stop code.
 */
final class LocalWorker implements Worker {

  private final WorkerListener listener;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("local-worker").factory());
  private final Loader loader = new Loader();

  /** The cell that was run last. */
  volatile long cell;

  /** What the last step has returned that wanted a value. */
  volatile @Nullable Object lastValue;

  /** What has ended the last run. */
  volatile @Nullable Throwable lastThrown;

  /** The requests received, for tests to look at. */
  final List<Command> received = new ArrayList<>();

  LocalWorker(WorkerListener listener) {
    this.listener = listener;
    listener.received(new Event.Ready(-1));
  }

  private static final class Loader extends URLClassLoader {
    final Map<String, byte[]> classes = new HashMap<>();

    Loader() {
      super(new URL[0], LocalWorker.class.getClassLoader());
      setDefaultAssertionStatus(true);
    }

    Optional<String> add(List<String> entries) {
      try {
        for (String entry : entries) {
          addURL(Path.of(entry).toUri().toURL());
        }
        return Optional.empty();
      } catch (MalformedURLException e) {
        return Optional.of(e.toString());
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.findClass(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  @Override
  public void send(Command command) {
    synchronized (received) {
      received.add(command);
    }
    if (command instanceof Command.Request request) {
      executor.execute(() -> handle(request));
    } else if (command instanceof Command.CallBack(long call, var _)) {
      LocalCalls.INSTANCE.receive(call, command);
    } else if (command instanceof Command.AnswerCall(long call, var _)) {
      LocalCalls.INSTANCE.receive(call, command);
    }
  }

  private void handle(Command.Request request) {
    LocalCalls.INSTANCE.enter(this);
    listener.received(reply(request));
  }

  /** Says something to the front. */
  void say(Event event) {
    listener.received(event);
  }

  /** Carries out a request on the calling thread. */
  Event.Reply reply(Command.Request request) {
    return switch (request) {
      case Command.Run(long cell, _, List<Step> steps) -> {
        this.cell = cell;
        yield new Event.RunDone(cell, printing(cell, steps));
      }
      case Command.Redefine _ -> new Event.Redefined(Optional.empty());
      case Command.AddToClassPath(List<String> entries) -> new Event.Done(loader.add(entries));
      case Command.CopyVariable(String from, String to, String field) ->
          new Event.Done(copy(from, to, field));
      case Command.ReadVariable(String owner, String field) ->
          new Event.VariableRead(value(owner, field));
      case Command.ReadProcessorTime _ -> new Event.ProcessorTimeRead(1_000_000);
    };
  }

  private Optional<String> copy(String from, String to, String field) {
    try {
      field(to, field).set(null, field(from, field).get(null));
      return Optional.empty();
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return Optional.of(e.toString());
    }
  }

  private Optional<String> value(String owner, String name) {
    try {
      return Optional.of(String.valueOf(field(owner, name).get(null)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private Field field(String className, String name) throws ReflectiveOperationException {
    Field field = loader.loadClass(className).getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** Runs the steps, and passes on what they print. */
  private RunOutcome printing(long cell, List<Step> steps) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      return run(steps);
    } finally {
      System.setOut(before);
      if (printed.size() > 0) {
        String text = printed.toString(StandardCharsets.UTF_8);
        listener.received(new Event.Output(cell, StreamName.STDOUT, text));
      }
    }
  }

  private RunOutcome run(List<Step> steps) {
    Optional<DisplayData> value = Optional.empty();
    RunOutcome failure = null;
    for (int i = 0; i < steps.size(); i++) {
      switch (steps.get(i)) {
        case Step.Load(List<ClassBytes> classes) ->
            classes.forEach(c -> loader.classes.put(c.name(), c.bytes()));
        case Step.Invoke invoke -> {
          if (failure != null) {
            continue;
          }
          try {
            lastThrown = null;
            Object result = invoke(invoke);
            lastValue = invoke.wantsValue() ? result : lastValue;
            if (invoke.wantsValue() && result != null) {
              value = Optional.of(DisplayData.text(result.toString()));
            }
          } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            lastThrown = cause;
            failure = new RunOutcome.Threw(i, thrown(cause == null ? e : cause));
          }
        }
      }
    }
    return failure != null ? failure : new RunOutcome.Completed(value);
  }

  private Object invoke(Step.Invoke invoke) throws ReflectiveOperationException {
    var method = loader.loadClass(invoke.className()).getDeclaredMethod(invoke.methodName());
    method.setAccessible(true);
    return method.invoke(null);
  }

  private static Thrown thrown(Throwable thrown) {
    List<Thrown.Frame> frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(endOfCells(thrown.getStackTrace()))
            .map(
                f ->
                    new Thrown.Frame(
                        f.getClassName(),
                        f.getMethodName(),
                        Optional.ofNullable(f.getFileName()),
                        f.getLineNumber()))
            .toList();
    return new Thrown(
        thrown.getClass().getName(),
        Optional.ofNullable(thrown.getMessage()),
        frames,
        Optional.ofNullable(thrown.getCause()).map(LocalWorker::thrown),
        Arrays.stream(thrown.getSuppressed()).map(LocalWorker::thrown).toList(),
        thrown instanceof SPIResolutionException e ? OptionalInt.of(e.id()) : OptionalInt.empty());
  }

  /** Returns how many frames there are down to the last one of a cell. */
  private static int endOfCells(StackTraceElement[] trace) {
    int end = trace.length;
    while (end > 0 && !String.valueOf(trace[end - 1].getFileName()).startsWith("Cell [")) {
      end--;
    }
    return end;
  }

  @Override
  public void kill() {
    executor.shutdown();
  }

  @Override
  public long processId() {
    return -1;
  }
}
