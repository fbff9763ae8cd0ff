package dev.weft.stress;

import dev.weft.sync.ProcessReadWriteLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A reader sees all of what a writer has done, or nothing. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
@State
public class ReadersSeeWhole {

  private final ProcessReadWriteLock access = new ProcessReadWriteLock();
  private int left;
  private int right;

  @Actor
  public void writer() {
    access.writeLock().lock();
    left = 1;
    right = 1;
    access.writeLock().unlock();
  }

  @Actor
  public void reader(II_Result r) {
    access.readLock().lock();
    r.r2 = right;
    r.r1 = left;
    access.readLock().unlock();
  }

  @Arbiter
  public void after(II_Result r) {
    access.close();
  }
}
