package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.remote.Worker;
import dev.weft.front.remote.WorkerListener;
import dev.weft.link.ClassBytes;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import dev.weft.link.Thrown;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
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

  /** The requests received, for tests to look at. */
  final List<Command> received = new ArrayList<>();

  LocalWorker(WorkerListener listener) {
    this.listener = listener;
    listener.received(new Event.Ready(-1));
  }

  private static final class Loader extends ClassLoader {
    final Map<String, byte[]> classes = new HashMap<>();

    Loader() {
      super(LocalWorker.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
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
      executor.execute(() -> listener.received(reply(request)));
    }
  }

  private Event reply(Command.Request request) {
    return switch (request) {
      case Command.Run(long cell, _, List<Step> steps) -> new Event.RunDone(cell, run(steps));
      case Command.Redefine _ -> new Event.Redefined(Optional.empty());
      case Command.AddToClassPath _ -> new Event.Done(Optional.empty());
      case Command.CopyVariable(String from, String to, String field) ->
          new Event.Done(copy(from, to, field));
      case Command.ReadVariable _ -> new Event.VariableRead(Optional.empty());
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

  private Field field(String className, String name) throws ReflectiveOperationException {
    Field field = loader.loadClass(className).getDeclaredField(name);
    field.setAccessible(true);
    return field;
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
            Object result = invoke(invoke);
            if (invoke.wantsValue() && result != null) {
              value = Optional.of(DisplayData.text(result.toString()));
            }
          } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
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
            .filter(f -> f.getClassName().startsWith("REPL."))
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

  @Override
  public void kill() {
    executor.shutdown();
  }

  @Override
  public long processId() {
    return -1;
  }
}
