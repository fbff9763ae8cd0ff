package dev.weft.comm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open connection to code in the notebook's client; made by {@link Comms}.
 *
 * <p>It lives until one side closes it, or the JVM that runs the cells ends. Safe for use by
 * several threads; sending may block while the client does not keep up.
 *
 * <pre>{@code
 * try (Comm comm = Comms.open("scene", Map.of("name", "box"))) {
 *   comm.onMessage(said -> System.out.println(said.data()));
 *   comm.send(Map.of("vertices", 2), new byte[] {0, 0, 0, 1, 1, 1});
 * }
 * }</pre>
 */
public final class Comm implements AutoCloseable {

  /** What comes before anybody listens is kept up to so many messages. */
  private static final int KEPT = 1000;

  private final CommHub hub;
  private final String id;
  private final String target;
  private final List<Consumer<CommData>> messages = new ArrayList<>();
  private final List<Consumer<CommData>> closings = new ArrayList<>();
  private final List<CommData> early = new ArrayList<>();
  private volatile boolean open = true;

  Comm(CommHub hub, String id, String target) {
    this.hub = hub;
    this.id = id;
    this.target = target;
  }

  /** Returns its id, which both sides use. */
  public String id() {
    return id;
  }

  /** Returns the name of what it was opened to. */
  public String target() {
    return target;
  }

  /** Returns whether neither side has closed it yet. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Calls the listener with each message from now on, and with those that came before there was
   * one.
   *
   * <p>Listeners run one after another on a thread of their own. What one throws is shown under the
   * cell that has set it.
   *
   * @return this comm
   */
  public Comm onMessage(Consumer<? super CommData> listener) {
    Consumer<CommData> guarded = inThisCell(listener);
    List<CommData> before;
    synchronized (messages) {
      messages.add(guarded);
      before = List.copyOf(early);
      early.clear();
    }
    before.forEach(guarded);
    return this;
  }

  /**
   * Calls the listener when the client closes the comm, or at once where it has done so already.
   *
   * @return this comm
   */
  public Comm onClose(Consumer<? super CommData> listener) {
    Consumer<CommData> guarded = inThisCell(listener);
    boolean late;
    synchronized (messages) {
      closings.add(guarded);
      late = !open;
    }
    if (late) {
      guarded.accept(CommData.of(Map.of()));
    }
    return this;
  }

  private Consumer<CommData> inThisCell(Consumer<? super CommData> listener) {
    Executor cell = hub.channel().forThisCell();
    return said -> cell.execute(() -> listener.accept(said));
  }

  /**
   * Sends data, with buffers if there are any; without effect once the comm is closed.
   *
   * @param data values that {@link CommData} names
   * @throws IllegalArgumentException if a value is not among these
   */
  public void send(Map<String, ? extends @Nullable Object> data, byte[]... buffers) {
    send(CommData.of(data).with(buffers));
  }

  /** Sends data, metadata and buffers; without effect once the comm is closed. */
  public void send(CommData data) {
    if (open) {
      hub.send(this, data);
    }
  }

  /** Closes the comm; without effect if it is closed. */
  @Override
  public void close() {
    close(Map.of());
  }

  /** Closes the comm with a last word. */
  public void close(Map<String, ? extends @Nullable Object> data) {
    synchronized (messages) {
      if (!open) {
        return;
      }
      open = false;
    }
    hub.close(this, CommData.of(data));
  }

  void received(CommData said) {
    List<Consumer<CommData>> listeners;
    synchronized (messages) {
      listeners = List.copyOf(messages);
      if (listeners.isEmpty() && early.size() < KEPT) {
        early.add(said);
      }
    }
    listeners.forEach(listener -> listener.accept(said));
  }

  void closed(CommData said) {
    List<Consumer<CommData>> listeners;
    synchronized (messages) {
      open = false;
      listeners = List.copyOf(closings);
    }
    listeners.forEach(listener -> listener.accept(said));
  }

  @Override
  public String toString() {
    return "Comm to " + target + (open ? "" : " (closed)");
  }
}
