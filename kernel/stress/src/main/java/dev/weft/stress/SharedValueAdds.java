package dev.weft.stress;

import dev.weft.memory.SharedInt;
import dev.weft.memory.SharedValue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** No addition is lost, and each sees another value. */
@JCStressTest
@Outcome(
    id = {"0, 1, 2", "1, 0, 2"},
    expect = Expect.ACCEPTABLE,
    desc = "atomic")
@State
public class SharedValueAdds {

  private final SharedInt value = SharedValue.ofInt(0);

  @Actor
  public void first(III_Result r) {
    r.r1 = value.getAndAdd(1);
  }

  @Actor
  public void second(III_Result r) {
    r.r2 = value.getAndIncrement();
  }

  @Arbiter
  public void after(III_Result r) {
    r.r3 = value.get();
    value.close();
  }
}
