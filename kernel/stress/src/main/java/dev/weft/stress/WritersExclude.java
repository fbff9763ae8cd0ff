package dev.weft.stress;

import dev.weft.sync.ProcessReadWriteLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Writers exclude each other. */
@JCStressTest
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "one after the other")
@State
public class WritersExclude {

  private final ProcessReadWriteLock access = new ProcessReadWriteLock();
  private int plain;

  private void increment() {
    access.writeLock().lock();
    plain++;
    access.writeLock().unlock();
  }

  @Actor
  public void first() {
    increment();
  }

  @Actor
  public void second() {
    increment();
  }

  @Arbiter
  public void after(II_Result r) {
    r.r1 = plain;
    r.r2 = access.getReadLockCount();
    access.close();
  }
}
