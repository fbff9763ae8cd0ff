package dev.weft.sync;

import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.segment.WaitWord;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A flag for which threads of all processes can wait: set, cleared, set again.
 *
 * <pre>{@code
 * var go = new ProcessEvent();
 * var runner = ChildProcess.start(() -> {
 *   go.await();
 *   System.out.println("running");
 * });
 * go.set();
 * runner.join();
 * }</pre>
 *
 * <p>Who waits when it is set goes on, also if it is cleared at once. Nobody holds it, so that a
 * death changes nothing. The handle is serializable and safe for use by all threads.
 */
public final class ProcessEvent extends SharedHandle {

  private static final long serialVersionUID = 1;

  /** The flag in the lowest bit, and above it how often it was set. */
  private static final long STATE = 0;

  private static final long WAITERS = 4;
  private static final long BYTES = 8;

  private final transient WaitWord state;
  private final transient WaitWord waiters;

  /** Makes an event that is not set. */
  public ProcessEvent() {
    this(SharedNames.next("ProcessEvent"));
  }

  /**
   * Makes an event that is not set.
   *
   * @param name for messages and timelines
   */
  public ProcessEvent(String name) {
    this(Region.create(name, BYTES));
  }

  ProcessEvent(Region region) {
    super(region);
    state = new WaitWord(region.memory(), STATE);
    waiters = new WaitWord(region.memory(), WAITERS);
  }

  /**
   * Sets it; all that wait go on. Does nothing if it is set.
   *
   * @throws IllegalStateException if it is closed
   */
  public void set() {
    region.requireOpen();
    int now = state.get();
    while (!isSet(now)) {
      if (state.compareAndSet(now, now + 1)) {
        if (waiters.get() > 0) {
          state.wakeAll();
        }
        return;
      }
      now = state.get();
    }
  }

  /**
   * Clears it, so that those that come wait. Does nothing if it is not set.
   *
   * @throws IllegalStateException if it is closed
   */
  public void clear() {
    region.requireOpen();
    int now = state.get();
    while (isSet(now) && !state.compareAndSet(now, now + 1)) {
      now = state.get();
    }
  }

  /** Returns whether it is set. */
  public boolean isSet() {
    region.requireOpen();
    return isSet(state.get());
  }

  private static boolean isSet(int state) {
    return (state & 1) != 0;
  }

  /**
   * Waits until it is set, or an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public void await() throws InterruptedException {
    await(Wait.interruptibly());
  }

  /**
   * Waits until it is set, for a time.
   *
   * @param time 0 and less do not wait
   * @return whether it was set
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return await(Wait.upTo(unit.toNanos(time)));
  }

  /** Waits until it is set, for a time, as {@link #await(long, TimeUnit)}. */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Wait.upTo(Times.nanos(timeout)));
  }

  private boolean await(Wait wait) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (isSet()) {
      return true;
    }
    Span waiting = Trace.begin(Activity.CONDITION, region.name());
    waiters.getAndAdd(1);
    try {
      int came = state.get();
      boolean goOn = !isSet(came);
      while (goOn && state.get() == came) {
        region.requireOpen();
        goOn = wait.sleep(state, came);
      }
      return isSet(came) || state.get() != came || wait.orInterrupted();
    } finally {
      leave();
      waiting.end();
      wait.end();
    }
  }

  /** The memory may have gone while it waited. */
  private void leave() {
    if (!region.isClosed()) {
      waiters.getAndAdd(-1);
    }
  }

  @Override
  void poison() {
    // who waits looks whether it is open
  }

  @Override
  void wake() {
    state.wakeAll();
  }

  @Override
  String state() {
    return isSet() ? "set" : "not set";
  }

  @Override
  SyncTicket ticket() {
    return new SyncTicket(SyncTicket.Kind.EVENT, region.ref(), null);
  }
}
