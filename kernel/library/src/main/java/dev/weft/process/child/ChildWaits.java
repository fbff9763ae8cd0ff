package dev.weft.process.child;

import dev.weft.deadlock.Deadlocks;
import dev.weft.deadlock.LockTable;
import dev.weft.deadlock.Party;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * For which locks between processes the threads of child processes wait, for what looks for
 * deadlocks: each child is asked, and so are its own children.
 *
 * <p>A child that does not answer in time is asked no more before it does. Safe for use by several
 * threads.
 */
final class ChildWaits implements LockTable {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

  private static final ChildWaits TABLE = new ChildWaits();

  static {
    Deadlocks.add(TABLE);
  }

  private final Map<Child, Asked> children = new ConcurrentHashMap<>();

  private ChildWaits() {}

  /** What a child was asked, and what it has answered. */
  private static final class Asked {
    private CompletableFuture<List<Entry>> answer = CompletableFuture.completedFuture(List.of());

    synchronized CompletableFuture<List<Entry>> ask(Child child) {
      if (answer.isDone()) {
        answer = new CompletableFuture<>();
        child.order(Frame.of(Frame.WAITS, 0));
      }
      return answer;
    }

    synchronized void answered(List<Entry> entries) {
      answer.complete(entries);
    }
  }

  static void connected(Child child) {
    TABLE.children.put(child, new Asked());
  }

  static void ended(Child child) {
    Asked asked = TABLE.children.remove(child);
    if (asked != null) {
      asked.answered(List.of());
    }
  }

  /** Takes a child's answer, from the thread that reads. */
  static void answered(Child child, Frame frame) throws IOException {
    Asked asked = TABLE.children.get(child);
    if (asked != null) {
      asked.answered(decode(frame.contents().body()));
    }
  }

  @Override
  public List<Entry> waits() {
    List<CompletableFuture<List<Entry>>> answers = new ArrayList<>();
    children.forEach(
        (child, asked) -> {
          if (child.isUsed()) {
            answers.add(asked.ask(child));
          }
        });
    long until = System.nanoTime() + PATIENCE;
    List<Entry> all = new ArrayList<>();
    answers.forEach(each -> all.addAll(await(each, until - System.nanoTime())));
    return all;
  }

  private static List<Entry> await(CompletableFuture<List<Entry>> answer, long nanos) {
    try {
      return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** The child's side: returns the answer. */
  static Frame answer() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      List<Entry> entries = Deadlocks.waits();
      out.writeInt(entries.size());
      for (Entry each : entries) {
        write(each.waiter(), out);
        out.writeUTF(each.lock());
        write(each.holder(), out);
        out.writeLong(each.since());
      }
    } catch (IOException e) {
      throw new IllegalStateException("Memory can't be written", e);
    }
    return Frame.of(Frame.WAITS_ARE, 0, "", bytes.toByteArray());
  }

  private static void write(Party party, DataOutputStream out) throws IOException {
    out.writeLong(party.process());
    out.writeLong(party.thread());
    out.writeUTF(party.name());
  }

  private static List<Entry> decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int count = in.readInt();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(readParty(in), in.readUTF(), readParty(in), in.readLong()));
    }
    return entries;
  }

  private static Party readParty(DataInputStream in) throws IOException {
    return new Party(in.readLong(), in.readLong(), in.readUTF());
  }
}
