package dev.weft.stress;

import dev.weft.memory.SharedDouble;
import dev.weft.memory.SharedValue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.D_Result;

/** An update by a function is one step, also where it is tried again. */
@JCStressTest
@Outcome(id = "8.0", expect = Expect.ACCEPTABLE, desc = "doubled twice")
@State
public class SharedValueUpdatesWhole {

  private final SharedDouble value = SharedValue.ofDouble(2);

  @Actor
  public void first() {
    value.updateAndGet(before -> before * 2);
  }

  @Actor
  public void second() {
    value.updateAndGet(before -> before * 2);
  }

  @Arbiter
  public void after(D_Result r) {
    r.r1 = value.get();
    value.close();
  }
}
