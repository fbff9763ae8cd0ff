package dev.weft.front.transport;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.Channel;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The thread that owns shell, control, stdin and iopub: hands over what arrives, sends what waits.
 *
 * <pre>
 * clients ──► ROUTER, XPUB ──► Inbox, Subscriptions
 *                  │  a signal of any socket, or of the outbox, ends the select
 * clients ◄── ROUTER, XPUB ◄── Outbox ◄── senders
 * </pre>
 *
 * <p>It blocks in one select on the sockets' own signals, without time-out unless a client holds
 * back output. Nothing that arrives ends it.
 *
 * <p>A socket signals once when it gets something to do, and any call on the socket may swallow
 * that signal. So the select is entered only after a round in which nothing was left to receive and
 * nothing was sent after that. Output that a full queue holds back is tried last in a round: what
 * this may leave unread is a subscription, whose answer would wait behind that output anyway.
 */
final class SocketLoop implements Runnable {
  private static final int SENDS_PER_ROUND = 64;

  private final BoundSockets sockets;
  private final Selector selector;
  private final IopubSocket iopub;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Subscriptions subscriptions;
  private final Limits limits;
  private final Log log;

  private Deque<Outgoing> sending = new ArrayDeque<>();

  SocketLoop(
      BoundSockets sockets,
      Selector selector,
      Outbox outbox,
      Inbox inbox,
      Subscriptions subscriptions,
      Limits limits,
      Log log) {
    this.sockets = sockets;
    this.selector = selector;
    this.iopub = new IopubSocket(sockets.iopub(), limits.stall(), System::nanoTime, log);
    this.outbox = outbox;
    this.inbox = inbox;
    this.subscriptions = subscriptions;
    this.limits = limits;
    this.log = log;
  }

  @Override
  public void run() {
    outbox.receivedBy(Thread.currentThread());
    try {
      register();
      while (!outbox.isClosed()) {
        round();
      }
      sendLast();
    } catch (IOException | ZMQException e) {
      log.warn("The kernel's sockets failed: " + e);
    } finally {
      outbox.close();
      close();
    }
  }

  private void register() throws IOException {
    for (ZMQ.Socket socket : sockets.looped()) {
      socket.getFD().register(selector, SelectionKey.OP_READ);
    }
  }

  private void round() throws IOException {
    boolean control = receive(Channel.CONTROL, sockets.control());
    boolean shell = receive(Channel.SHELL, sockets.shell());
    boolean stdin = receive(Channel.STDIN, sockets.stdin());
    boolean subscription = receiveSubscription();
    boolean sent = send();
    if (!(control || shell || stdin || subscription || sent)) {
      await(sending.isEmpty() ? 0 : iopub.remainingStall());
    }
  }

  private boolean receive(Channel channel, ZMQ.Socket socket) {
    List<byte[]> frames = Frames.receive(socket);
    if (frames.isEmpty()) {
      return false;
    }
    inbox.received(channel, frames);
    return true;
  }

  private boolean receiveSubscription() {
    List<byte[]> frames = Frames.receive(sockets.iopub());
    if (frames.isEmpty()) {
      return false;
    }
    subscriptions.received(frames).ifPresent(sending::addFirst);
    return true;
  }

  /** Sends some of what waits; returns whether anything was sent. */
  private boolean send() {
    if (sending.isEmpty()) {
      sending = outbox.takeAll();
    }
    int sent = 0;
    while (sent < SENDS_PER_ROUND && !sending.isEmpty() && offerFirst()) {
      outbox.left(sending.remove());
      sent++;
    }
    return sent > 0;
  }

  /** Whoever has subscribed by now is welcomed before other output reaches it. */
  private boolean offerFirst() {
    if (sending.element().channel() == Channel.IOPUB) {
      receiveSubscription();
    }
    return offer(sending.element());
  }

  private boolean offer(Outgoing outgoing) {
    return switch (outgoing.channel()) {
      case IOPUB -> iopub.offer(outgoing.frames());
      case SHELL -> Frames.send(sockets.shell(), outgoing.frames());
      case CONTROL -> Frames.send(sockets.control(), outgoing.frames());
      case STDIN -> Frames.send(sockets.stdin(), outgoing.frames());
    };
  }

  /** Waits for any signal; for ever if the time is 0. */
  private void await(long nanos) throws IOException {
    selector.select(nanos == 0 ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    selector.selectedKeys().clear();
  }

  /** Sends what was handed over before the end; output only while clients take it in time. */
  private void sendLast() throws IOException {
    long deadline = System.nanoTime() + limits.farewell().toNanos() / 2;
    while (send() || !sending.isEmpty()) {
      long remaining = deadline - System.nanoTime();
      if (remaining <= 0) {
        sending.removeIf(outgoing -> outgoing.channel() == Channel.IOPUB);
      } else if (!sending.isEmpty()) {
        await(remaining);
      }
    }
  }

  private void close() {
    try {
      selector.close();
    } catch (IOException e) {
      log.warn("The kernel's sockets could not be closed: " + e);
    }
    for (ZMQ.Socket socket : sockets.looped()) {
      socket.setLinger((int) limits.farewell().toMillis() / 2);
      socket.close();
    }
    sockets.context().term();
  }
}
