package dev.weft.stress;

import dev.weft.sync.ProcessBarrier;
import java.util.concurrent.BrokenBarrierException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** After a barrier each sees what the others did before; one comes last. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "all seen")
@State
public class BarrierMeets {

  private final ProcessBarrier barrier = new ProcessBarrier(2);
  private int left;
  private int right;
  private int indexes;

  private int await() {
    try {
      return barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Actor
  public void first(III_Result r) {
    left = 1;
    indexes = await();
    r.r1 = right;
  }

  @Actor
  public void second(III_Result r) {
    right = 1;
    int index = await();
    r.r2 = left;
    r.r3 = index;
  }

  @Arbiter
  public void after(III_Result r) {
    r.r3 += indexes;
    barrier.close();
  }
}
