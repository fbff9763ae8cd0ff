package dev.weft.process.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The owner in a child: a task, to which the output of its own children belongs too. */
final class TaskOutputOwner extends LineOwner {

  private final Wire wire;
  private final long task;

  TaskOutputOwner(Wire wire, long task) {
    this.wire = wire;
    this.task = task;
  }

  @Override
  void emit(boolean error, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      wire.send(Frame.of(error ? Frame.ERR : Frame.OUT, task, "", bytes));
    } catch (IOException e) {
      // the parent has gone, and this JVM is about to end
    }
  }
}
