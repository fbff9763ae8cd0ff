package dev.weft.stress;

import dev.weft.sync.ProcessSemaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** A permit is acquired by one, and comes back. */
@JCStressTest
@Outcome(
    id = {"true, false, 1", "false, true, 1", "true, true, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "never two at once, none lost")
@State
public class SemaphoreCounts {

  private final ProcessSemaphore semaphore = new ProcessSemaphore(1);
  private int inside;

  private boolean enter() {
    if (!semaphore.tryAcquire()) {
      return false;
    }
    inside++;
    boolean alone = inside == 1;
    inside--;
    semaphore.release();
    if (!alone) {
      throw new IllegalStateException("two at once");
    }
    return true;
  }

  @Actor
  public void first(ZZI_Result r) {
    r.r1 = enter();
  }

  @Actor
  public void second(ZZI_Result r) {
    r.r2 = enter();
  }

  @Arbiter
  public void after(ZZI_Result r) {
    r.r3 = semaphore.availablePermits();
    semaphore.close();
  }
}
