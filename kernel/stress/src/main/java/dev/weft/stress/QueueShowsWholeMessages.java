package dev.weft.stress;

import dev.weft.channel.ProcessQueue;
import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A message that is put meanwhile is there whole or not at all. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "not there yet")
@Outcome(id = "40", expect = Expect.ACCEPTABLE, desc = "whole")
@State
public class QueueShowsWholeMessages {

  private final ProcessQueue<byte[]> queue = new ProcessQueue<>(8, 1024);

  @Actor
  public void producer() {
    byte[] message = new byte[40];
    Arrays.fill(message, (byte) 1);
    queue.offer(message);
  }

  @Actor
  public void consumer(I_Result r) {
    byte[] message = queue.poll();
    int sum = 0;
    for (byte each : message == null ? new byte[0] : message) {
      sum += each;
    }
    r.r1 = sum;
  }

  @Arbiter
  public void after(I_Result r) {
    queue.poll();
    queue.close();
  }
}
