package dev.weft.process.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A recording of all children of this process, those that start meanwhile too; there is one at a
 * time.
 *
 * <p>Safe for use by several threads.
 */
public final class ChildRecords implements AutoCloseable {

  private static final long START_PATIENCE = TimeUnit.SECONDS.toNanos(2);
  private static final long END_PATIENCE = TimeUnit.SECONDS.toNanos(5);

  /** The children that are connected now. */
  private static final Set<Child> CONNECTED = ConcurrentHashMap.newKeySet();

  /** The recording that runs now. */
  private static final AtomicReference<@Nullable ChildRecords> CURRENT = new AtomicReference<>();

  private final Path folder;
  private final Queue<ChildRecord> records = new ConcurrentLinkedQueue<>();

  private ChildRecords(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts one, and waits until it records the children that are in use; empty if another runs.
   *
   * @throws IOException if there is no room for files
   */
  public static Optional<ChildRecords> start() throws IOException, InterruptedException {
    if (CURRENT.get() != null) {
      return Optional.empty();
    }
    ChildRecords records = new ChildRecords(Files.createTempDirectory("weft"));
    if (!CURRENT.compareAndSet(null, records)) {
      records.delete();
      return Optional.empty();
    }
    CONNECTED.forEach(records::record);
    long until = System.nanoTime() + START_PATIENCE;
    for (ChildRecord each : records.records) {
      if (each.isOfUser()) {
        each.awaitBegun(until - System.nanoTime());
      }
    }
    return Optional.of(records);
  }

  /** A child has connected; what is ordered here goes to it first. */
  static void connected(Child child) {
    CONNECTED.add(child);
    ChildRecords records = CURRENT.get();
    if (records != null) {
      records.record(child);
    }
  }

  static void ended(Child child) {
    CONNECTED.remove(child);
  }

  private void record(Child child) {
    ChildRecord record = new ChildRecord(child, folder);
    if (child.seat().take(record)) {
      records.add(record);
      record.order();
    }
  }

  /** Ends it, and returns what was recorded of the children that were in use. */
  public List<ChildRecord.Result> finish() throws IOException, InterruptedException {
    if (CURRENT.compareAndSet(this, null)) {
      records.forEach(each -> each.orderEnd(!each.isOfUser()));
    }
    long until = System.nanoTime() + END_PATIENCE;
    List<ChildRecord.Result> results = new ArrayList<>();
    List<ChildRecord> wanted = records.stream().filter(each -> !each.isDropped()).toList();
    for (ChildRecord each : wanted) {
      each.awaitOver(until - System.nanoTime());
    }
    for (ChildRecord each : wanted) {
      results.add(each.result());
    }
    records.forEach(ChildRecord::leave);
    delete();
    return results;
  }

  private void delete() throws IOException {
    Files.deleteIfExists(folder);
  }

  /** Ends it; what was recorded is of no use. */
  @Override
  public void close() {
    if (CURRENT.compareAndSet(this, null)) {
      records.forEach(each -> each.orderEnd(true));
      records.forEach(ChildRecord::leave);
    }
  }
}
