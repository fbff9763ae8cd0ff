package dev.weft.stress;

import dev.weft.sync.ProcessLatch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** No count is lost. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "both count")
@State
public class LatchCountsBoth {

  private final ProcessLatch latch = new ProcessLatch(2);

  @Actor
  public void first() {
    latch.countDown();
  }

  @Actor
  public void second() {
    latch.countDown();
  }

  @Arbiter
  public void after(I_Result r) {
    r.r1 = latch.getCount();
    latch.close();
  }
}
