package dev.weft.comm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** A kernel's side that keeps what is sent; cells are names that a test sets. */
final class RecordingChannel implements CommChannel {

  final List<CommMessage> sent = new CopyOnWriteArrayList<>();
  final List<String> ran = new CopyOnWriteArrayList<>();
  final AtomicReference<String> cell = new AtomicReference<>("cell");

  @Override
  public void send(CommMessage message) {
    sent.add(message);
  }

  @Override
  public Executor forThisCell() {
    String name = cell.get();
    return task -> {
      ran.add(name);
      try {
        task.run();
      } catch (RuntimeException e) {
        ran.add(name + " " + e.getMessage());
      }
    };
  }

  @Override
  public void capture(CapturedOutput output, Runnable body) {
    body.run();
  }
}
