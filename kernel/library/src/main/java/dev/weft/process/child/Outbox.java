package dev.weft.process.child;

import dev.weft.process.ship.Parcel;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a child is sent, in the order in which it comes here; it waits until the child has
 * connected. Classes go before the first parcel that needs them, and once.
 *
 * <p>Safe for use by several threads, which wait while the child does not read.
 */
final class Outbox {

  private static final byte[] NOTHING = new byte[0];

  private final Host host;
  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock, as is the order of what is sent.
  private final Queue<Outgoing> waiting = new ArrayDeque<>();
  private final Map<String, byte[]> sentClasses = new HashMap<>();
  private int sentClassPath;
  private @Nullable Wire wire;

  /** A frame, and a parcel in place of its contents. */
  private record Outgoing(Frame frame, @Nullable Parcel parcel) {}

  Outbox(Host host) {
    this.host = host;
  }

  /** Sends a frame, or loses it when the child has ended. */
  void send(Frame frame, @Nullable Parcel parcel) {
    lock.lock();
    try {
      Wire to = wire;
      if (to == null) {
        waiting.add(new Outgoing(frame, parcel == null ? null : parcel.detached()));
      } else {
        send(to, frame, parcel);
      }
    } catch (IOException e) {
      // the thread that reads sees the same and tells
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends what waits, and from now on without delay.
   *
   * @param first sends what is to go before
   */
  void connect(Wire connected, Runnable first) throws IOException {
    lock.lock();
    try {
      wire = connected;
      first.run();
      for (Outgoing each = waiting.poll(); each != null; each = waiting.poll()) {
        send(connected, each.frame(), each.parcel());
      }
    } finally {
      lock.unlock();
    }
  }

  private void send(Wire to, Frame frame, @Nullable Parcel parcel) throws IOException {
    if (parcel == null) {
      to.send(frame);
      return;
    }
    var additions = host.classPathAdditions();
    for (; sentClassPath < additions.size(); sentClassPath++) {
      to.send(Frame.of(Frame.CLASS_PATH, 0, additions.get(sentClassPath).toString()));
    }
    if (replaces(parcel.classes())) {
      to.send(Frame.of(Frame.NEW_LOADER, 0));
      sentClasses.clear();
    }
    for (Map.Entry<String, byte[]> each : parcel.classes().entrySet()) {
      if (sentClasses.put(each.getKey(), each.getValue()) == null) {
        to.send(Frame.of(Frame.CLASS, 0, each.getKey(), each.getValue()));
      }
    }
    to.send(frame, parcel);
  }

  /** Whether the child has another version of one of these classes. */
  private boolean replaces(Map<String, byte[]> classes) {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      byte[] sent = sentClasses.get(each.getKey());
      if (sent != null && sent != each.getValue()) {
        return true;
      }
    }
    return false;
  }

  /** Answers a request for a class. */
  void answerClass(long request, String name) {
    byte[] bytes = host.book().bytes(name);
    lock.lock();
    try {
      if (bytes != null) {
        sentClasses.put(name, bytes);
      }
      send(Frame.of(Frame.REPLY, request, "", bytes == null ? NOTHING : bytes), null);
    } finally {
      lock.unlock();
    }
  }

  /** Answers a request for leave. */
  void answerLeave(long request, boolean may) {
    send(Frame.of(Frame.REPLY, request, "", new byte[may ? 1 : 0]), null);
  }
}
