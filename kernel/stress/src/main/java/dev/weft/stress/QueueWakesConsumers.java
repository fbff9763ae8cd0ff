package dev.weft.stress;

import dev.weft.channel.ProcessQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Who waits for a message gets it: no wake-up is lost. */
@JCStressTest
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "handed over")
@State
public class QueueWakesConsumers {

  private final ProcessQueue<byte[]> queue = new ProcessQueue<>(8, 1024);

  @Actor
  public void producer() {
    queue.offer(new byte[] {7});
  }

  @Actor
  public void consumer(I_Result r) {
    try {
      r.r1 = queue.take()[0];
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Arbiter
  public void after(I_Result r) {
    queue.close();
  }
}
