package dev.weft.front.transport;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.ConnectionInfo;
import dev.weft.front.protocol.ConnectionInfo.Transport;
import dev.weft.front.protocol.MessageCodec;
import dev.weft.front.protocol.MessageHandler;
import dev.weft.front.protocol.MessageSink;
import dev.weft.front.protocol.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The five sockets of a kernel.
 *
 * <p>Clients can connect, and their requests wait, as soon as the sockets are bound; messages are
 * handed over and sent once {@link #start} was called.
 *
 * <pre>{@code
 * try (var sockets = JupyterSockets.bind(info, session, Log.standardError())) {
 *   sockets.start(new KernelServer(sockets.sink()));
 *   ended.await();
 * }
 * }</pre>
 */
public final class JupyterSockets implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final BoundSockets sockets;
  private final @Nullable IpcEndpoints endpoints;
  private final Selector selector;
  private final MessageCodec codec;
  private final Outbox outbox;
  private final Subscriptions subscriptions;
  private final Limits limits;
  private final Log log;
  private @Nullable Thread io;
  private boolean closed;

  private JupyterSockets(
      BoundSockets sockets,
      @Nullable IpcEndpoints endpoints,
      Selector selector,
      String key,
      Session session,
      Limits limits,
      Log log) {
    this.sockets = sockets;
    this.endpoints = endpoints;
    this.selector = selector;
    this.limits = limits;
    this.log = log;
    codec = new MessageCodec(key);
    outbox = new Outbox(codec, limits.waitingBytes(), selector::wakeup);
    subscriptions = new Subscriptions(codec, session, log);
  }

  /**
   * Binds the sockets.
   *
   * @param session names the messages by which subscribers are welcomed
   * @param log takes a notice for each message that is dropped
   * @throws SocketBindException if one can't be bound; then none is
   */
  public static JupyterSockets bind(ConnectionInfo info, Session session, Log log)
      throws SocketBindException {
    return bind(info, session, log, Limits.DEFAULT);
  }

  static JupyterSockets bind(ConnectionInfo info, Session session, Log log, Limits limits)
      throws SocketBindException {
    if (info.transport() == Transport.TCP) {
      return of(BoundSockets.bind(info, limits), null, info.key(), session, limits, log);
    }
    BoundSockets sockets = BoundSockets.bind(IpcEndpoints.loopback(info), limits);
    try {
      IpcEndpoints endpoints = IpcEndpoints.open(info, sockets, log);
      return of(sockets, endpoints, info.key(), session, limits, log);
    } catch (SocketBindException e) {
      sockets.closeUnused();
      throw e;
    }
  }

  private static JupyterSockets of(
      BoundSockets sockets,
      @Nullable IpcEndpoints endpoints,
      String key,
      Session session,
      Limits limits,
      Log log) {
    try {
      return new JupyterSockets(sockets, endpoints, Selector.open(), key, session, limits, log);
    } catch (IOException e) {
      throw new UncheckedIOException("This system gives no selector.", e);
    }
  }

  /** Where messages to clients go; those sent before {@link #start} leave then. */
  public MessageSink sink() {
    return outbox;
  }

  /**
   * Starts the threads {@code io} and {@code heartbeat}; may be called once.
   *
   * @param handler called by {@code io}
   */
  public synchronized void start(MessageHandler handler) {
    if (closed || io != null) {
      throw new IllegalStateException("These sockets were started or closed before.");
    }
    Inbox inbox = new Inbox(codec, handler, log);
    SocketLoop loop = new SocketLoop(sockets, selector, outbox, inbox, subscriptions, limits, log);
    io = Thread.ofPlatform().name("io").daemon().start(loop);
    Thread.ofPlatform().name("heartbeat").daemon().start(new Heartbeat(sockets.heartbeat(), log));
  }

  /**
   * Sends what was handed over, for about a second at most, and closes the sockets; senders that
   * are blocked are let go. Waits for that, unless the caller is the thread {@code io} itself.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    outbox.close();
    if (io == null) {
      sockets.closeUnused();
    } else if (Thread.currentThread() != io) {
      join(io);
    }
    if (endpoints != null) {
      endpoints.close();
    }
  }

  private void join(Thread thread) {
    try {
      if (!thread.join(CLOSING)) {
        log.warn("The kernel's sockets did not close in " + CLOSING.toSeconds() + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
