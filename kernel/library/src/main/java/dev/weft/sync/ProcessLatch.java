package dev.weft.sync;

import dev.weft.segment.Mutex;
import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.segment.WaitWord;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A count that goes down to zero, for which threads of all processes can wait: a {@link
 * java.util.concurrent.CountDownLatch} one level further out.
 *
 * <pre>{@code
 * var ready = new ProcessLatch(3);
 * for (int i = 0; i < 3; i++) {
 *   ChildProcess.start(() -> {
 *     prepare();
 *     ready.countDown();
 *   });
 * }
 * ready.await();
 * }</pre>
 *
 * <p>When a process that has the latch is killed before it has counted down, those that wait get a
 * {@link PartyDiedException}: the count may never get to zero. {@link #countDown} in its place
 * makes good for it.
 *
 * <p>The handle is serializable and safe for use by all threads.
 */
public final class ProcessLatch extends SharedHandle {

  private static final long serialVersionUID = 1;

  /** The mutex is at 0 and guards the members. */
  private static final long COUNT = 8;

  private static final long MEMBERS = 16;

  private final transient Mutex mutex;
  private final transient WaitWord count;
  private final transient Members members;

  /**
   * Makes a latch.
   *
   * @param count how often it is to be counted down
   * @throws IllegalArgumentException if it is negative
   */
  public ProcessLatch(int count) {
    this(create(count));
  }

  private static Region create(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("Negative count: " + count);
    }
    Region region = Region.create(SharedNames.next("ProcessLatch"), MEMBERS + Members.BYTES);
    region.memory().set(ValueLayout.JAVA_INT, COUNT, count);
    return region;
  }

  ProcessLatch(Region region) {
    super(region);
    mutex = new Mutex(region, 0);
    count = new WaitWord(region.memory(), COUNT);
    members = Members.join(region, mutex, MEMBERS);
  }

  /**
   * Counts down; at zero all that wait go on. Does nothing at zero.
   *
   * @throws IllegalStateException if it is closed
   */
  public void countDown() {
    mutex.lock();
    try {
      members.done();
      members.forgetKilled();
      int now = count.get();
      if (now == 0) {
        return;
      }
      count.set(now - 1);
    } finally {
      mutex.unlock();
    }
    count.wakeAll();
  }

  /** Returns how often it is still to be counted down. */
  public int getCount() {
    region.requireOpen();
    return count.get();
  }

  /**
   * Waits until the count is zero, or an interrupt.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws PartyDiedException if a process was killed that should have counted down
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public void await() throws InterruptedException {
    await(Wait.interruptibly());
  }

  /**
   * Waits until the count is zero, for a time.
   *
   * @param time 0 and less do not wait
   * @return whether it is zero
   * @throws InterruptedException if the thread is interrupted
   * @throws PartyDiedException if a process was killed that should have counted down
   * @throws IllegalStateException if it is closed, also while waiting
   */
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return await(Wait.upTo(unit.toNanos(time)));
  }

  /** Waits until the count is zero, for a time, as {@link #await(long, TimeUnit)}. */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Wait.upTo(Times.nanos(timeout)));
  }

  private boolean await(Wait wait) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Span waiting = Trace.begin(Activity.CONDITION, region.name());
    try {
      int now = getCount();
      boolean goOn = true;
      while (goOn && now > 0) {
        goOn = wait.sleep(count, now);
        now = getCount();
        if (now > 0 && wait.isCheckDue()) {
          look();
        }
      }
      return now == 0 || wait.orInterrupted();
    } finally {
      waiting.end();
      wait.end();
    }
  }

  private void look() {
    long killed;
    mutex.lock();
    try {
      killed = members.killed();
    } finally {
      mutex.unlock();
    }
    if (killed != 0) {
      throw new PartyDiedException(
          Holder.of(killed)
              + " was killed before it counted down; "
              + region.name()
              + " is at "
              + getCount());
    }
  }

  @Override
  void poison() {
    mutex.poison();
  }

  @Override
  void detach() {
    members.leave();
  }

  @Override
  void wake() {
    count.wakeAll();
  }

  @Override
  String state() {
    return "count " + getCount();
  }

  @Override
  SyncTicket ticket() {
    return new SyncTicket(SyncTicket.Kind.LATCH, region.ref(), null);
  }
}
