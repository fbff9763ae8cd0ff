package dev.weft.process;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs Java code as a {@link Thread} does: a lambda, a method reference, or the
 * {@link #run} of a subclass, in a JVM of its own.
 *
 * <p>The code travels with the classes that it needs and with the values, at the time of the start,
 * of the variables that it reads. What it changes there is not seen here. What it prints appears
 * here, line by line; its standard input is empty.
 *
 * <pre>{@code
 * var p = ChildProcess.start(() -> fib(30));
 * p.join();
 * p.exitCode();      // 0; 1 after an exception; -9 after p.kill()
 * p.result();        // 832040
 * }</pre>
 *
 * <p>A child ends when this process ends, however that happens. Its exit code is 0, or 1 if the
 * code has thrown an exception, whose stack trace it then prints to the error stream. It may start
 * children itself, down to a limited depth.
 *
 * <p>A subclass travels with its fields. What {@code run} writes to them is not seen here:
 *
 * <pre>{@code
 * class Greeter extends ChildProcess<Void> {
 *   final String name;
 *   Greeter(String name) { this.name = name; }
 *   protected void run() { System.out.println("Hello " + name + " from " + name()); }
 * }
 * var g = new Greeter("Ada");
 * g.start();
 * }</pre>
 *
 * <p>Any thread may call the methods. A handle that has travelled to another process itself knows
 * only its name: its other methods throw {@link IllegalStateException}.
 *
 * @param <T> type of the result; {@code Void} without one
 */
public class ChildProcess<T> implements Serializable {

  private static final long serialVersionUID = 1;

  private final String name;
  private final transient @Nullable ChildControl control;

  /** Makes a process, not yet started, that runs this object's {@link #run}. */
  protected ChildProcess() {
    this(ChildOptions.DEFAULT);
  }

  /** Makes a process, not yet started, that runs this object's {@link #run}. */
  protected ChildProcess(ChildOptions options) {
    control = new ChildControl(options, new OwnRun(this));
    name = control.name();
  }

  /** Makes a process, not yet started, that runs the task. */
  public ChildProcess(SerializableCallable<? extends T> task) {
    this(ChildOptions.DEFAULT, task);
  }

  /** Makes a process, not yet started, that runs the action. */
  public ChildProcess(SerializableRunnable action) {
    this(ChildOptions.DEFAULT, action);
  }

  /** Makes a process, not yet started, that runs the task. */
  public ChildProcess(ChildOptions options, SerializableCallable<? extends T> task) {
    control = new ChildControl(options, task);
    name = control.name();
  }

  /** Makes a process, not yet started, that runs the action. */
  public ChildProcess(ChildOptions options, SerializableRunnable action) {
    control = new ChildControl(options, action);
    name = control.name();
  }

  private ChildProcess(ChildOptions options, Callable<? extends T> task) {
    control = new ChildControl(options, task);
    name = control.name();
  }

  /** The task of an object of a subclass. */
  private static final class OwnRun implements SerializableRunnable {
    private static final long serialVersionUID = 1;
    private final ChildProcess<?> process;

    OwnRun(ChildProcess<?> process) {
      this.process = process;
    }

    @Override
    public void runOrThrow() throws Exception {
      process.run();
    }
  }

  /**
   * Starts a process that runs the task.
   *
   * @throws NotTransferableException if the task can't be sent
   * @throws ChildStartException if the system starts no more processes
   */
  public static <T> ChildProcess<T> start(SerializableCallable<T> task) {
    return start(ChildOptions.DEFAULT, task);
  }

  /**
   * Starts a process that runs the action; as {@link #start(SerializableCallable)}.
   *
   * @throws NotTransferableException if the action can't be sent
   * @throws ChildStartException if the system starts no more processes
   */
  public static ChildProcess<Void> start(SerializableRunnable action) {
    return start(ChildOptions.DEFAULT, action);
  }

  /**
   * Starts a process that runs a task whose type is not serializable, as its code is in a notebook,
   * or in a program that was started with this library as its agent.
   *
   * @throws NotTransferableException if the task can't be sent
   * @throws ChildStartException if the system starts no more processes
   */
  public static <T> ChildProcess<T> start(Callable<T> task) {
    return started(new ChildProcess<T>(ChildOptions.DEFAULT, task));
  }

  /**
   * Starts a process with options; as {@link #start(SerializableCallable)}.
   *
   * @throws NotTransferableException if the task can't be sent
   * @throws ChildStartException if the system does not start it
   */
  public static <T> ChildProcess<T> start(ChildOptions options, SerializableCallable<T> task) {
    return started(new ChildProcess<>(options, task));
  }

  /**
   * Starts a process with options; as {@link #start(SerializableRunnable)}.
   *
   * @throws NotTransferableException if the action can't be sent
   * @throws ChildStartException if the system does not start it
   */
  public static ChildProcess<Void> start(ChildOptions options, SerializableRunnable action) {
    return started(new ChildProcess<Void>(options, action));
  }

  private static <T> ChildProcess<T> started(ChildProcess<T> process) {
    process.start();
    return process;
  }

  /** Returns the processes that are alive, in the order of their start; not those of others. */
  public static List<ChildProcess<?>> active() {
    return ChildControl.active();
  }

  /** Returns how many processors this process may use, and so each of its children. */
  public static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Does the work, in the child; for subclasses. What it throws ends the child with exit code 1.
   *
   * @throws Exception for any reason
   */
  protected void run() throws Exception {}

  /**
   * Starts the process, with the values that variables have now; does not wait until it runs.
   *
   * @throws IllegalStateException if it was started before
   * @throws NotTransferableException if the task can't be sent
   * @throws ChildStartException if the system does not start it
   */
  public void start() {
    control().start(this);
  }

  /** Returns the name, which the child's copy of this object has too. */
  public String name() {
    return name;
  }

  /**
   * Returns the system's number of the process.
   *
   * @throws IllegalStateException if it was not started
   */
  public long pid() {
    return control().child().process().pid();
  }

  /** Returns whether it was started and has not ended. */
  public boolean isAlive() {
    return control().isAlive();
  }

  /**
   * Returns how it has ended: its exit code, or the negative number of the signal that has ended
   * it; empty before.
   */
  public OptionalInt exitCode() {
    return control().exitCode();
  }

  /**
   * Waits until the process has ended and all that it has printed has been passed on.
   *
   * <p>A process that ends by itself counts as ended when it says that it has nothing left to do;
   * some milliseconds later it is gone for the system too, with its files and its ports.
   *
   * @throws IllegalStateException if it was not started
   */
  public void join() throws InterruptedException {
    control().join();
  }

  /**
   * Waits until the process has ended, as {@link #join()} does, but not longer than that.
   *
   * @param timeout zero or less does not wait
   * @return whether it has ended
   * @throws IllegalStateException if it was not started
   */
  public boolean join(Duration timeout) throws InterruptedException {
    return control().join(timeout);
  }

  /**
   * Waits for the result of the task.
   *
   * @return null for an action
   * @throws ExecutionException if there is none; its cause is what the task has thrown, with the
   *     stack trace of the child, or a {@link ChildDiedException}
   * @throws IllegalStateException if it was not started
   */
  @SuppressWarnings("NullAway") // whether the result may be null is said by T
  public T result() throws InterruptedException, ExecutionException {
    return control().<T>result();
  }

  /**
   * Waits for the result of the task, but not longer than that.
   *
   * @throws TimeoutException if there is none by then; the child goes on
   * @throws ExecutionException as for {@link #result()}
   * @throws IllegalStateException if it was not started
   */
  @SuppressWarnings("NullAway") // whether the result may be null is said by T
  public T result(Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    return control().<T>result(timeout);
  }

  /**
   * Asks the process to end; its shutdown hooks run, for two seconds at most. Nothing happens if it
   * has ended.
   *
   * @throws IllegalStateException if it was not started
   */
  public void terminate() {
    control().child().terminate();
  }

  /**
   * Ends the process at once. Nothing happens if it has ended.
   *
   * @throws IllegalStateException if it was not started
   */
  public void kill() {
    control().child().kill();
  }

  /**
   * Returns a new future that is completed with this object when the process has ended, as for
   * {@link #join()}.
   *
   * @throws IllegalStateException if it was not started
   */
  public CompletableFuture<ChildProcess<T>> onExit() {
    return control().onExit().thenApply(end -> this);
  }

  private ChildControl control() {
    ChildControl own = control;
    if (own == null) {
      throw new IllegalStateException(
          "This is a copy of " + name + " in another process: it can't be controlled from here");
    }
    return own;
  }

  @Override
  public String toString() {
    return control == null ? name + " (a copy)" : control.toString();
  }
}
