package dev.weft.process.child;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the child asks its parent for. */
final class Requests implements Permits {

  private final Wire wire;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, CompletableFuture<byte[]>> open = new ConcurrentHashMap<>();

  Requests(Wire wire) {
    this.wire = wire;
  }

  /** Asks for a class file; waits for it. */
  byte @Nullable [] classFile(String name) {
    byte[] file = ask(Frame.NEED_CLASS, name);
    return file.length == 0 ? null : file;
  }

  private byte[] ask(byte type, String text) {
    long id = last.incrementAndGet();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    open.put(id, answer);
    try {
      wire.send(Frame.of(type, id, text));
    } catch (IOException e) {
      return new byte[0];
    }
    return answer.join();
  }

  /** Asks for leave to start a child; waits for the answer. */
  @Override
  public boolean acquire() {
    return ask(Frame.MAY_START, "").length > 0;
  }

  @Override
  public void release(int count) {
    try {
      wire.send(Frame.of(Frame.ENDED, count));
    } catch (IOException e) {
      // the parent has gone, and this JVM is about to end
    }
  }

  /** Hands over an answer. */
  void answered(Frame frame) {
    CompletableFuture<byte[]> answer = open.remove(frame.id());
    if (answer != null) {
      answer.complete(frame.contents().body());
    }
  }
}
