package dev.weft.process.child;

import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.UntransferableException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;

/** What a spare does before its first task, so that the classes of every task are loaded. */
final class WarmUp {

  private WarmUp() {}

  private interface Sample extends Callable<Object>, Serializable {}

  /** Packs and unpacks a task, runs it, and packs what comes of it; nothing of it is kept. */
  static void run(Generation generation) {
    int captured = 1;
    Sample task = () -> List.of("warm", captured);
    try {
      Parcel parcel = generation.packer.pack(task);
      Object copy = generation.unpacker.unpack(parcel.contents()).value();
      Object value = copy instanceof Callable<?> callable ? callable.call() : List.of();
      generation.packer.pack(value);
      Replies.trace(new UntransferableException(""));
    } catch (Exception e) {
      throw new IllegalStateException("Cannot warm up", e);
    }
  }
}
