package dev.weft.stress;

import dev.weft.channel.ProcessQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two consumers get different messages, none is lost. */
@JCStressTest
@Outcome(
    id = {"1, 2, 0", "2, 1, 0"},
    expect = Expect.ACCEPTABLE,
    desc = "each one")
@State
public class QueueGivesEachOnce {

  private final ProcessQueue<byte[]> queue = new ProcessQueue<>(8, 1024);

  public QueueGivesEachOnce() {
    queue.offer(new byte[] {1});
    queue.offer(new byte[] {2});
  }

  private int take() {
    byte[] message = queue.poll();
    return message == null ? -1 : message[0];
  }

  @Actor
  public void first(III_Result r) {
    r.r1 = take();
  }

  @Actor
  public void second(III_Result r) {
    r.r2 = take();
  }

  @Arbiter
  public void after(III_Result r) {
    r.r3 = queue.size();
    queue.close();
  }
}
