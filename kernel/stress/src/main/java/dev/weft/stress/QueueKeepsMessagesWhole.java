package dev.weft.stress;

import dev.weft.channel.ProcessQueue;
import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Messages of two producers come out whole, each once. */
@JCStressTest
@Outcome(
    id = {"1, 2", "2, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "both, whole")
@State
public class QueueKeepsMessagesWhole {

  private final ProcessQueue<byte[]> queue = new ProcessQueue<>(8, 1024);

  private static byte[] message(int id) {
    byte[] message = new byte[30 + id];
    Arrays.fill(message, (byte) id);
    return message;
  }

  /** Returns whose message it is, or -1 if it is torn. */
  private int take() {
    byte[] message = queue.poll();
    if (message == null || !Arrays.equals(message, message(message[0]))) {
      return -1;
    }
    return message[0];
  }

  @Actor
  public void first() {
    queue.offer(message(1));
  }

  @Actor
  public void second() {
    queue.offer(message(2));
  }

  @Arbiter
  public void after(II_Result r) {
    r.r1 = take();
    r.r2 = take();
    queue.close();
  }
}
