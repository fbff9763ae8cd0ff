package dev.weft.front.transport;

import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.MessageCodec;
import dev.weft.front.protocol.MessageSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one way out: messages from all threads, in the order in which they were handed over.
 *
 * <p>Messages are encoded and signed by the sender. While more output than the limit waits for slow
 * clients, senders of output block; answers, questions and status never do, so a control request is
 * answered whatever a cell prints. A blocked sender can't be interrupted, as that would lose its
 * message. After {@link #close} everything is dropped.
 */
final class Outbox implements MessageSink {
  private final MessageCodec codec;
  private final long limit;
  private final Runnable wakeUp;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /** These are guarded by the lock. */
  private Deque<Outgoing> waiting = new ArrayDeque<>();

  private long waitingBytes;
  private boolean asleep;
  private boolean closed;
  private @Nullable Thread receiver;

  /**
   * Makes an empty outbox.
   *
   * @param wakeUp wakes the receiver; called after a message came while it was asleep
   */
  Outbox(MessageCodec codec, long limit, Runnable wakeUp) {
    this.codec = codec;
    this.limit = limit;
    this.wakeUp = wakeUp;
  }

  @Override
  public void send(Channel channel, Message message) {
    Outgoing outgoing = Outgoing.of(channel, codec.encode(message));
    boolean output = channel == Channel.IOPUB && !message.header().messageType().equals("status");
    lock.lock();
    try {
      while (output && isFull() && !closed && Thread.currentThread() != receiver) {
        room.awaitUninterruptibly();
      }
      if (!closed) {
        add(outgoing);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Names the thread that takes messages; what it sends itself never blocks. */
  void receivedBy(Thread thread) {
    lock.lock();
    try {
      receiver = thread;
    } finally {
      lock.unlock();
    }
  }

  /** Takes all that waits; when nothing does, the next message wakes the receiver. */
  Deque<Outgoing> takeAll() {
    lock.lock();
    try {
      Deque<Outgoing> taken = waiting;
      asleep = taken.isEmpty();
      waiting = new ArrayDeque<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Makes room, when a message that was taken has left. */
  void left(Outgoing outgoing) {
    if (outgoing.channel() != Channel.IOPUB) {
      return;
    }
    lock.lock();
    try {
      waitingBytes -= outgoing.weight();
      if (!isFull()) {
        room.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets blocked senders go and drops what comes from now on. */
  void close() {
    lock.lock();
    try {
      closed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
    wakeUp.run();
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    return waitingBytes >= limit;
  }

  private void add(Outgoing outgoing) {
    waiting.add(outgoing);
    if (outgoing.channel() == Channel.IOPUB) {
      waitingBytes += outgoing.weight();
    }
    if (asleep) {
      asleep = false;
      wakeUp.run();
    }
  }
}
