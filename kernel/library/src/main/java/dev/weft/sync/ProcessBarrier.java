package dev.weft.sync;

import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A point where threads of several processes wait for each other, again and again: a {@link
 * java.util.concurrent.CyclicBarrier} one level further out.
 *
 * <pre>{@code
 * var barrier = new ProcessBarrier(3, () -> System.out.println("all are here"));
 * for (int i = 0; i < 3; i++) {
 *   ChildProcess.start(() -> {
 *     for (int round = 0; round < 5; round++) {
 *       barrier.await();
 *     }
 *   });
 * }
 * }</pre>
 *
 * <p>It breaks for all that wait when one of them is interrupted or has waited too long, when the
 * action throws, and when a process that has the barrier is killed: it may be one that the others
 * wait for. It stays broken until {@link #reset}. A process that ends by itself breaks it only if
 * one of its threads waits.
 *
 * <p>The handle is serializable and safe for use by all threads; the action travels with it.
 */
public final class ProcessBarrier extends SharedHandle {

  private static final long serialVersionUID = 1;

  private final transient Rounds rounds;
  private final transient @Nullable Runnable action;

  /**
   * Makes a barrier.
   *
   * @param parties how many threads wait for each other
   * @throws IllegalArgumentException if they are fewer than one
   */
  public ProcessBarrier(int parties) {
    this(parties, null);
  }

  /**
   * Makes a barrier with an action, which the last to arrive runs before the others go on.
   *
   * @param parties how many threads wait for each other
   * @throws IllegalArgumentException if they are fewer than one
   */
  public ProcessBarrier(int parties, @Nullable Runnable action) {
    this(Rounds.create(SharedNames.next("ProcessBarrier"), parties), action);
  }

  ProcessBarrier(Region region, @Nullable Runnable action) {
    super(region);
    this.action = action;
    rounds = new Rounds(region);
  }

  /**
   * Waits until all parties have come, or an interrupt.
   *
   * @return how many were still to come: 0 for the last
   * @throws InterruptedException if the thread is interrupted; the barrier breaks
   * @throws BrokenBarrierException if it is broken, or breaks while waiting
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return await(Wait.interruptibly());
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until all parties have come, for a time.
   *
   * @return how many were still to come: 0 for the last
   * @throws InterruptedException if the thread is interrupted; the barrier breaks
   * @throws TimeoutException if the time is over; the barrier breaks
   * @throws BrokenBarrierException if it is broken, or breaks while waiting
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public int await(long time, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return await(Wait.upTo(unit.toNanos(time)));
  }

  /** Waits until all parties have come, for a time, as {@link #await(long, TimeUnit)}. */
  public int await(Duration timeout)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return await(Wait.upTo(Times.nanos(timeout)));
  }

  private int await(Wait wait)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    if (Thread.interrupted()) {
      rounds.abort();
      throw new InterruptedException();
    }
    Span waiting = Trace.begin(Activity.BARRIER, region.name());
    try {
      Rounds.Arrival arrival = rounds.arrive();
      while (arrival.index() == getParties()) {
        rounds.awaitEnd(arrival.round(), wait);
        arrival = rounds.arrive();
      }
      if (arrival.index() == getParties() - 1) {
        runAction();
        rounds.complete(arrival.round());
      } else {
        rounds.awaitEnd(arrival.round(), wait);
      }
      return getParties() - 1 - arrival.index();
    } finally {
      waiting.end();
      wait.end();
    }
  }

  private void runAction() {
    boolean done = false;
    try {
      if (action != null) {
        action.run();
      }
      done = true;
    } finally {
      if (!done) {
        rounds.abort();
      }
    }
  }

  /** Breaks it for those that wait and those that come, until {@link #reset}. */
  public void abort() {
    rounds.abort();
  }

  /** Breaks it for those that wait, and makes it whole for those that come. */
  public void reset() {
    rounds.reset();
  }

  /** Returns whether it is broken. */
  public boolean isBroken() {
    return rounds.isBroken();
  }

  /** Returns how many threads wait for each other. */
  public int getParties() {
    return rounds.parties();
  }

  /** Returns how many threads wait now. */
  public int getNumberWaiting() {
    return rounds.waiting();
  }

  @Override
  void poison() {
    rounds.poison();
  }

  @Override
  void detach() {
    rounds.leave();
  }

  @Override
  void wake() {
    rounds.wake();
  }

  @Override
  String state() {
    return isBroken() ? "broken" : getNumberWaiting() + " of " + getParties() + " wait";
  }

  @Override
  SyncTicket ticket() {
    return new SyncTicket(SyncTicket.Kind.BARRIER, region.ref(), action);
  }
}
