package dev.weft.timeline;

import dev.weft.deadlock.Deadlocks;
import dev.weft.process.child.ChildRecord;
import dev.weft.process.child.ChildRecords;
import dev.weft.trace.flight.JvmRecording;
import dev.weft.trace.flight.Recorded;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recording that runs, of this JVM and of its children. */
final class Recording implements AutoCloseable {

  private final Optional<ChildRecords> children;
  private final JvmRecording own;
  private final Thread caller = Thread.currentThread();

  /** Starts one; returns when everything is recorded. */
  Recording() throws IOException, InterruptedException {
    children = ChildRecords.start();
    own = JvmRecording.start();
  }

  /**
   * What was recorded; all times are those of this JVM.
   *
   * @param names what the program calls its locks, by their identity hash codes
   */
  record All(
      Recorded own, List<ChildRecord.Result> children, Thread caller, Map<Long, String> names) {}

  /** Ends it, and returns what was recorded. */
  All finish() throws IOException {
    own.stop();
    List<ChildRecord.Result> ofChildren = finishChildren();
    return new All(own.finish(), ofChildren, caller, Deadlocks.names());
  }

  private List<ChildRecord.Result> finishChildren() throws IOException {
    if (children.isEmpty()) {
      return List.of();
    }
    boolean interrupted = Thread.interrupted();
    try {
      return children.get().finish();
    } catch (InterruptedException e) {
      interrupted = true;
      return List.of();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    own.close();
    children.ifPresent(ChildRecords::close);
  }
}
