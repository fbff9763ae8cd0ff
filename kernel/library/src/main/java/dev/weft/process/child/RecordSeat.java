package dev.weft.process.child;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a recording is told of a child, and which one that is. Safe for use by several threads. */
final class RecordSeat {

  private final long startNanos = System.nanoTime();
  private final AtomicReference<@Nullable ChildRecord> taken = new AtomicReference<>();
  private volatile String label = "";
  private volatile long endNanos = Long.MAX_VALUE;
  private volatile int status;

  void setLabel(String name) {
    label = name;
  }

  /** Returns what the child is called where it is shown; empty unless it was said. */
  String label() {
    return label;
  }

  long startNanos() {
    return startNanos;
  }

  /** Returns when it ended, or {@link Long#MAX_VALUE}. */
  long endNanos() {
    return endNanos;
  }

  /** Returns its exit code once it has ended, 0 before. */
  int status() {
    return status;
  }

  /** Gives the child to a recording; returns false if it has another. */
  boolean take(ChildRecord record) {
    return taken.compareAndSet(null, record);
  }

  void leave(ChildRecord record) {
    taken.compareAndSet(record, null);
  }

  /** Passes on what the child says of its recording. */
  void receive(Frame frame) throws IOException {
    ChildRecord record = taken.get();
    if (record != null) {
      record.receive(frame);
    }
  }

  /** The child has ended. */
  void ended(int exitCode) {
    status = exitCode;
    endNanos = System.nanoTime();
    ChildRecord record = taken.get();
    if (record != null) {
      record.ended();
    }
  }
}
