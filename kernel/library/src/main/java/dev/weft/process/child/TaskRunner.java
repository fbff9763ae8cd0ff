package dev.weft.process.child;

import dev.weft.process.ship.Unpacked;
import dev.weft.process.ship.UntransferableException;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs tasks in a child and sends what comes of them; used by the main thread. */
final class TaskRunner {

  private static final long NONE = -1;

  private final Replies replies;
  private final TaskOwner owner;
  private final Thread main = Thread.currentThread();
  private final Map<Long, Kept> functions = new HashMap<>();

  /** What has set the variables last. */
  private @Nullable Unpacked latest;

  private final ReentrantLock lock = new ReentrantLock();
  private long running = NONE;
  private boolean cancelled;

  TaskRunner(Wire wire, TaskOwner owner) {
    replies = new Replies(wire);
    this.owner = owner;
  }

  /** Does what a frame asks for; returns the exit status if it was the last. */
  OptionalInt run(ChildSession.Work work) {
    Frame frame = work.frame();
    switch (frame.type()) {
      case Frame.TASK, Frame.CALL -> runTask(work);
      case Frame.LAST_TASK -> {
        return OptionalInt.of(status(runTask(work)));
      }
      case Frame.FUNCTION -> keep(work);
      case Frame.FORGET -> functions.remove(frame.id());
      default -> {
        return OptionalInt.of(0);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the exit status after a last task; says why if it is 1. */
  private int status(@Nullable Throwable thrown) {
    if (thrown != null && !cancelled) {
      System.err.print("Exception in thread \"main\" " + Replies.trace(thrown));
    }
    return thrown == null ? 0 : 1;
  }

  /** Interrupts a task if it runs. */
  void cancel(long task) {
    lock.lock();
    try {
      if (running == task) {
        cancelled = true;
        main.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void keep(ChildSession.Work work) {
    latest = null;
    try {
      Unpacked function = work.generation().unpacker.unpack(work.frame().contents());
      functions.put(work.frame().id(), new Kept(function, null));
    } catch (UntransferableException e) {
      functions.put(work.frame().id(), new Kept(null, e));
    }
  }

  /** A function, or why there is none, which each call of it will say. */
  private record Kept(@Nullable Unpacked function, @Nullable UntransferableException problem) {
    Unpacked get() throws UntransferableException {
      if (function == null) {
        throw problem == null ? new UntransferableException("No such function") : problem;
      }
      return function;
    }
  }

  private @Nullable Object unpack(ChildSession.Work work) throws UntransferableException {
    Unpacked unpacked = work.generation().unpacker.unpack(work.frame().contents());
    latest = unpacked;
    return unpacked.value();
  }

  private static @Nullable Object call(@Nullable Object task) throws Exception {
    if (task instanceof Callable<?> callable) {
      return callable.call();
    }
    if (task instanceof Runnable runnable) {
      runnable.run();
      return null;
    }
    throw new UntransferableException("What was sent is no task");
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object apply(ChildSession.Work work) throws UntransferableException {
    long number = Long.parseLong(work.frame().text());
    Unpacked function = functions.getOrDefault(number, new Kept(null, null)).get();
    Object argument = work.generation().unpacker.unpack(work.frame().contents()).value();
    if (latest != function) {
      function.restore();
      latest = function;
    }
    Object body = Objects.requireNonNull(function.value());
    return ((Function<@Nullable Object, @Nullable Object>) body).apply(argument);
  }

  /** Runs a task and sends what comes of it; returns what it has thrown. */
  private @Nullable Throwable runTask(ChildSession.Work work) {
    long task = work.frame().id();
    owner.enter(task);
    Thread.currentThread().setContextClassLoader(work.generation().loader);
    begin(task);
    Span running = Trace.begin(Activity.TASK, "task");
    Throwable thrown = null;
    Object value = null;
    try {
      value = work.frame().type() == Frame.CALL ? apply(work) : call(unpack(work));
    } catch (Throwable e) { // also a stack overflow, and errors of classes
      thrown = e;
    } finally {
      running.end();
    }
    end();
    System.out.flush();
    System.err.flush();
    return thrown == null
        ? replies.sendResult(task, value, work.generation().packer)
        : replies.sendThrown(task, thrown, work.generation().packer);
  }

  private void begin(long task) {
    lock.lock();
    try {
      Thread.interrupted();
      running = task;
      cancelled = false;
    } finally {
      lock.unlock();
    }
  }

  /** The task has ended; what interrupted it does not outlive this. */
  private void end() {
    lock.lock();
    try {
      running = NONE;
      Thread.interrupted();
    } finally {
      lock.unlock();
    }
  }
}
