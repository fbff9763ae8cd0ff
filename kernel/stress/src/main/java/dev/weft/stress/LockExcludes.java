package dev.weft.stress;

import dev.weft.sync.ProcessLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A lock excludes, and what its holder has done is seen by the next. */
@JCStressTest
@Outcome(
    id = {"1, 2, 2", "2, 1, 2"},
    expect = Expect.ACCEPTABLE,
    desc = "one after the other")
@State
public class LockExcludes {

  private final ProcessLock lock = new ProcessLock();
  private int plain;

  private int increment() {
    lock.lock();
    try {
      return ++plain;
    } finally {
      lock.unlock();
    }
  }

  @Actor
  public void first(III_Result r) {
    r.r1 = increment();
  }

  @Actor
  public void second(III_Result r) {
    r.r2 = increment();
  }

  @Arbiter
  public void after(III_Result r) {
    r.r3 = plain;
    lock.close();
  }
}
