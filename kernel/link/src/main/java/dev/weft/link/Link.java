package dev.weft.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One end of the connection between front and worker.
 *
 * <p>Any thread may send; one thread receives. A thread that sends or receives must not be
 * interrupted: as with every channel, that would close the link.
 *
 * <pre>{@code
 * try (Link link = Link.connect(address)) {
 *   link.send(new Event.Ready(ProcessHandle.current().pid()));
 *   Message first = link.receive();
 * }
 * }</pre>
 */
public final class Link implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final SocketChannel channel;
  private final ReentrantLock sending = new ReentrantLock();
  private final FrameWriter writer = new FrameWriter(FrameCodec.MAX_FRAME);
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] received = new byte[BUFFER];
  private final ByteBuffer incoming = ByteBuffer.wrap(received).limit(0);

  Link(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects to a {@link LinkListener}.
   *
   * @param address what {@link LinkListener#address} said
   * @throws IOException if nobody listens there
   */
  public static Link connect(String address) throws IOException {
    return new Link(LinkAddress.connect(address));
  }

  /**
   * Sends a message; blocks while the other side does not read.
   *
   * @throws FrameTooLargeException if the message takes more than 1 GiB; the link stays usable
   * @throws LinkClosedException if the link is closed
   */
  public void send(Message message) throws IOException {
    sending.lock();
    try {
      FrameCodec.encode(message, writer);
      writeFrame();
    } finally {
      writer.clear();
      sending.unlock();
    }
  }

  private void writeFrame() throws LinkClosedException {
    try {
      for (int from = 0; from < writer.size(); from += BUFFER) {
        int length = Math.min(BUFFER, writer.size() - from);
        outgoing.clear().put(writer.array(), from, length).flip();
        while (outgoing.hasRemaining()) {
          channel.write(outgoing);
        }
      }
    } catch (IOException e) {
      throw new LinkClosedException("The link is closed, nothing can be sent", e);
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws LinkClosedException at the end of the stream, in whatever way it ended
   * @throws MalformedFrameException if what came is not a message
   */
  public Message receive() throws IOException {
    fill(FrameCodec.HEADER);
    int length = FrameCodec.checkLength(incoming.getInt());
    if (length > BUFFER) {
      return receiveLarge(length);
    }
    fill(length);
    int start = incoming.position();
    incoming.position(start + length);
    return FrameCodec.decode(received, start, length);
  }

  private Message receiveLarge(int length) throws IOException {
    byte[] frame = new byte[length];
    int filled = incoming.remaining();
    incoming.get(frame, 0, filled);
    while (filled < length) {
      incoming.clear().limit(Math.min(BUFFER, length - filled));
      int count = readChannel();
      System.arraycopy(received, 0, frame, filled, count);
      filled += count;
    }
    incoming.limit(0);
    return FrameCodec.decode(frame, 0, length);
  }

  /** Reads until at least that many bytes are there, which must fit into the buffer. */
  private void fill(int wanted) throws IOException {
    if (incoming.remaining() >= wanted) {
      return;
    }
    incoming.compact();
    while (incoming.position() < wanted) {
      readChannel();
    }
    incoming.flip();
  }

  private int readChannel() throws LinkClosedException {
    int count;
    try {
      count = channel.read(incoming);
    } catch (IOException e) {
      throw new LinkClosedException("The link is closed, nothing can be received", e);
    }
    if (count < 0) {
      throw new LinkClosedException("The other side has closed the link");
    }
    return count;
  }

  /** Closes the link; threads that send or receive get a {@link LinkClosedException}. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
