package dev.weft.stress;

import dev.weft.sync.ProcessLock;
import java.util.concurrent.locks.Condition;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A signal reaches who waits, or who comes later finds what it waits for. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "handed over")
@State
public class ConditionHandsOver {

  private final ProcessLock lock = new ProcessLock();
  private final Condition changed = lock.newCondition();
  private int plain;

  @Actor
  public void giver() {
    lock.lock();
    plain = 1;
    changed.signal();
    lock.unlock();
  }

  @Actor
  public void taker(I_Result r) {
    lock.lock();
    while (plain == 0) {
      changed.awaitUninterruptibly();
    }
    r.r1 = plain;
    lock.unlock();
  }

  @Arbiter
  public void after(I_Result r) {
    lock.close();
  }
}
