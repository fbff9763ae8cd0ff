package dev.weft.stress;

import dev.weft.memory.SharedArray;
import dev.weft.memory.SharedLongs;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;

/** An atomic step of a cell shows what was written to other memory before it. */
@JCStressTest
@Outcome(
    id = {"0, 0", "0, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "before")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
@State
public class SharedArrayPublishes {

  private final SharedLongs cells = SharedArray.ofLongs(1);
  private int plain;

  @Actor
  public void writer() {
    plain = 1;
    cells.getAndAdd(0, 1);
  }

  @Actor
  public void reader(JI_Result r) {
    r.r1 = cells.getAndAdd(0, 0);
    r.r2 = plain;
  }

  @Arbiter
  public void after(JI_Result r) {
    cells.close();
  }
}
