package dev.weft.stress;

import dev.weft.sync.ProcessLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Of two that try to take a free lock one gets it. */
@JCStressTest
@Outcome(
    id = {"true, false", "false, true"},
    expect = Expect.ACCEPTABLE,
    desc = "one has it")
@State
public class LockTriesOnce {

  private final ProcessLock lock = new ProcessLock();

  @Actor
  public void first(ZZ_Result r) {
    r.r1 = lock.tryLock();
  }

  @Actor
  public void second(ZZ_Result r) {
    r.r2 = lock.tryLock();
  }

  @Arbiter
  public void after(ZZ_Result r) {
    lock.close();
  }
}
