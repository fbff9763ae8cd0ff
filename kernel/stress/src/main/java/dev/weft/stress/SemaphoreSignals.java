package dev.weft.stress;

import dev.weft.sync.ProcessSemaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who acquires a permit sees what was done before its release; no release is lost. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "seen")
@State
public class SemaphoreSignals {

  private final ProcessSemaphore semaphore = ProcessSemaphore.forSignals(0);
  private int plain;

  @Actor
  public void giver() {
    plain = 1;
    semaphore.release();
  }

  @Actor
  public void taker(II_Result r) {
    semaphore.acquireUninterruptibly();
    r.r1 = plain;
  }

  @Arbiter
  public void after(II_Result r) {
    r.r2 = semaphore.availablePermits();
    semaphore.close();
  }
}
