package dev.weft.stress;

import dev.weft.sync.ProcessLatch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who passes a latch sees what was done before it was counted down. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "seen")
@State
public class LatchOpens {

  private final ProcessLatch latch = new ProcessLatch(1);
  private int plain;

  @Actor
  public void counter() {
    plain = 1;
    latch.countDown();
  }

  @Actor
  public void waiter(II_Result r) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    r.r1 = plain;
  }

  @Arbiter
  public void after(II_Result r) {
    r.r2 = latch.getCount();
    latch.close();
  }
}
