package dev.weft.stress;

import dev.weft.memory.SharedArray;
import dev.weft.memory.SharedInts;
import dev.weft.sync.ProcessLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two cells of shared memory that change under a lock are seen changed or not, never one alone. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
@State
public class LockShowsSharedMemory {

  private final ProcessLock lock = new ProcessLock();
  private final SharedInts cells = SharedArray.ofInts(2);

  @Actor
  public void writer() {
    lock.lock();
    cells.set(0, 1);
    cells.set(1, 1);
    lock.unlock();
  }

  @Actor
  public void reader(II_Result r) {
    lock.lock();
    r.r2 = cells.get(1);
    r.r1 = cells.get(0);
    lock.unlock();
  }

  @Arbiter
  public void after(II_Result r) {
    lock.close();
    cells.close();
  }
}
