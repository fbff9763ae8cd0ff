package dev.weft.stress;

import dev.weft.memory.SharedLong;
import dev.weft.memory.SharedValue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZJ_Result;

/** Of two that compare and set one succeeds. */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "the first")
@Outcome(id = "false, true, -2", expect = Expect.ACCEPTABLE, desc = "the second")
@State
public class SharedValueSwapsOnce {

  private final SharedLong value = SharedValue.ofLong(0);

  @Actor
  public void first(ZZJ_Result r) {
    r.r1 = value.compareAndSet(0, 1);
  }

  @Actor
  public void second(ZZJ_Result r) {
    r.r2 = value.compareAndSet(0, -2);
  }

  @Arbiter
  public void after(ZZJ_Result r) {
    r.r3 = value.get();
    value.close();
  }
}
