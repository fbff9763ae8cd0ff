package dev.weft.process;

import dev.weft.process.child.Answer;
import dev.weft.process.child.Child;
import dev.weft.process.child.ChildEnd;
import dev.weft.process.child.ChildListener;
import dev.weft.process.child.Children;
import dev.weft.process.child.Owner;
import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.UntransferableException;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The state of a {@link ChildProcess}, in the process that has made it. */
final class ChildControl implements ChildListener {

  private static final long TASK = 0;

  /** How long a child may take to end after an interrupt, when its cell is stopped. */
  private static final long STOP_MILLIS = 500;

  private final ChildOptions options;
  private final Object task;
  private final String name;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<ChildEnd> end = new CompletableFuture<>();

  /** Completed with the answer, or without one when the child has ended. */
  private final CompletableFuture<@Nullable Answer> answer = new CompletableFuture<>();

  private volatile @Nullable Child child;
  private volatile @Nullable ChildProcess<?> process;
  private volatile Runnable forgetStop = () -> {};

  ChildControl(ChildOptions options, Object task) {
    this.options = options;
    this.task = task;
    name = options.name().orElseGet(() -> "ChildProcess-" + Children.here().nextNumber());
  }

  static List<ChildProcess<?>> active() {
    List<ChildProcess<?>> alive = new ArrayList<>();
    for (ChildProcess<?> each : Children.here().registered(ChildProcess.class)) {
      alive.add(each);
    }
    return alive;
  }

  String name() {
    return name;
  }

  void start(ChildProcess<?> handle) {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException(name + " was started already");
    }
    Children children = Children.here();
    Parcel parcel = pack(children);
    Owner owner = children.host().owner();
    process = handle;
    Child own = take(children);
    child = own;
    children.register(handle);
    own.setLabel(name);
    own.assign(this);
    forgetStop = owner.onStop(this::stop);
    own.run(TASK, parcel, owner, true);
  }

  private Parcel pack(Children children) {
    try {
      return children.packer().pack(task);
    } catch (UntransferableException e) {
      started.set(false);
      throw new NotTransferableException(name + " can't be started: " + e.getMessage(), e);
    }
  }

  private Child take(Children children) {
    try {
      return children.take(options.settings());
    } catch (IOException e) {
      started.set(false);
      throw new ChildStartException(name + " can't be started: " + e.getMessage(), e);
    }
  }

  /** The cell that has started it is stopped. */
  private void stop() {
    Child own = child();
    own.cancel(TASK);
    var unused =
        end.copy()
            .completeOnTimeout(null, STOP_MILLIS, TimeUnit.MILLISECONDS)
            .thenRun(own::terminate);
  }

  @Override
  public void answered(long number, Answer what) {
    answer.complete(what);
  }

  @Override
  public void ended(ChildEnd how) {
    forgetStop.run();
    ChildProcess<?> handle = process;
    if (handle != null) {
      Children.here().unregister(handle);
    }
    end.complete(how);
    answer.complete(null);
  }

  Child child() {
    Child own = child;
    if (own == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return own;
  }

  boolean isAlive() {
    return child != null && !end.isDone();
  }

  OptionalInt exitCode() {
    return end.isDone() ? OptionalInt.of(end.join().exitCode()) : OptionalInt.empty();
  }

  CompletableFuture<ChildEnd> onExit() {
    child();
    return end.copy();
  }

  void join() throws InterruptedException {
    child();
    Span waiting = Trace.begin(Activity.JOIN, name);
    try {
      end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.end();
    }
  }

  boolean join(Duration timeout) throws InterruptedException {
    child();
    Span waiting = Trace.begin(Activity.JOIN, name);
    try {
      end.get(Waits.nanos(timeout), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.end();
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // the handle knows the type
  <T> @Nullable T result() throws InterruptedException, ExecutionException {
    child();
    Span waiting = Trace.begin(Activity.JOIN, name);
    try {
      return resultOf(answer.get());
    } finally {
      waiting.end();
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // the handle knows the type
  <T> @Nullable T result(Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    child();
    Span waiting = Trace.begin(Activity.JOIN, name);
    try {
      return resultOf(answer.get(Waits.nanos(timeout), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw new TimeoutException(name + " has no result after " + timeout);
    } finally {
      waiting.end();
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // the handle knows the type
  private <T> @Nullable T resultOf(@Nullable Answer come) throws ExecutionException {
    if (come == null) {
      ChildEnd how = end.join();
      throw new ExecutionException(
          new ChildDiedException(label(), how.exitCode(), how.lastErrors()));
    }
    return Outcomes.get(come);
  }

  private String label() {
    return "Child process " + name + " (pid " + child().process().pid() + ")";
  }

  @Override
  public String toString() {
    Child own = child;
    if (own == null) {
      return name + " (not started)";
    }
    String state = end.isDone() ? "ended with exit code " + end.join().exitCode() : "alive";
    return name + " (pid " + own.process().pid() + ", " + state + ")";
  }
}
