package dev.weft.channel;

import dev.weft.bare.BareJvms;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;

/** A process of a stress test, which puts, takes or sends until it is killed. */
final class ChannelVictim {

  private ChannelVictim() {}

  /** What a process does. */
  interface Work extends Serializable {
    void run(Random random) throws Exception;
  }

  /** Puts messages. */
  record Producing(ProcessQueue<byte[]> queue) implements Work {
    @Override
    public void run(Random random) throws InterruptedException {
      queue.put(checked(random));
    }
  }

  /** Takes elements, and says which. */
  record Consuming(ProcessQueue<Integer> queue, ProcessQueue<Integer> done) implements Work {
    @Override
    public void run(Random random) throws InterruptedException {
      int element = queue.take();
      done.put(element);
      queue.taskDone();
    }
  }

  /** Sends messages. */
  record Sending(PipeEnd<byte[]> end) implements Work {
    @Override
    public void run(Random random) throws Exception {
      end.send(checked(random));
    }
  }

  /** Does the work of a file with a seed, so many times. */
  public static void main(String[] arguments) throws Exception {
    BareJvms.endWithParent();
    Work work = BareJvms.read(arguments[0], Work.class);
    Random random = new Random(Long.parseLong(arguments[1]));
    for (long left = Long.parseLong(arguments[2]); left > 0; left--) {
      work.run(random);
    }
  }

  static String[] arguments(Path file, Work work, long seed, long times) throws Exception {
    String written = BareJvms.write(file, work);
    return new String[] {written, Long.toString(seed), Long.toString(times)};
  }

  /** Random bytes behind their own checksum. */
  private static byte[] checked(Random random) {
    byte[] content = new byte[random.nextInt(random.nextInt(20) == 0 ? 20_000 : 400)];
    random.nextBytes(content);
    return ByteBuffer.allocate(8 + content.length).putLong(checksum(content)).put(content).array();
  }

  private static long checksum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return sum.getValue();
  }

  /** Returns whether a message is as it was sent. */
  static boolean isWhole(byte[] message) {
    ByteBuffer buffer = ByteBuffer.wrap(message);
    long sum = buffer.getLong();
    byte[] content = new byte[buffer.remaining()];
    buffer.get(content);
    return sum == checksum(content);
  }
}
