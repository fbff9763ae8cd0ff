package dev.weft.process.child;

import dev.weft.trace.flight.HappeningCodec;
import dev.weft.trace.flight.JvmRecording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Records what the threads of a child do, while its parent asks for that.
 *
 * <p>What is seen and told is sent every some milliseconds, so that it is known also of a child
 * that is killed; what the flight recorder has goes to a file when the recording ends, or when the
 * child does.
 */
final class ChildRecorder {

  private static final long TICK_MILLIS = 100;

  /** How long the end of the child waits for the file. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final Wire wire;
  private final AtomicReference<@Nullable Running> current = new AtomicReference<>();

  ChildRecorder(Wire wire) {
    this.wire = wire;
  }

  /** A recording, from the order to the file. */
  private final class Running implements Runnable {
    private final Path file;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Running(Path file) {
      this.file = file;
    }

    @Override
    public void run() {
      try (JvmRecording recording = JvmRecording.start()) {
        wire.send(Frame.of(Frame.RECORDING, recording.startNanos()));
        begun.complete(null);
        while (!wanted.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
          sendSeen(recording);
        }
        recording.stop();
        sendSeen(recording);
        boolean written = recording.write(file);
        wire.send(Frame.of(Frame.RECORDED, 0, written ? file.toString() : ""));
      } catch (IOException | InterruptedException | RuntimeException e) {
        sendNothing();
      } finally {
        begun.complete(null);
        over.countDown();
      }
    }

    private void sendSeen(JvmRecording recording) throws IOException {
      byte[] seen = HappeningCodec.encode(recording.soFar());
      wire.send(Frame.of(Frame.SEEN, 0, "", seen));
    }

    private void sendNothing() {
      try {
        wire.send(Frame.of(Frame.RECORDED, 0));
      } catch (IOException e) {
        // the parent has gone, and this JVM is about to end
      }
    }
  }

  /** Does what the parent asks; for the thread that reads, which does not wait here. */
  void receive(Frame frame) throws IOException {
    switch (frame.type()) {
      case Frame.RECORD -> begin(Path.of(frame.text()));
      case Frame.RECORD_END -> end();
      default -> {
        byte[] now = ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array();
        wire.send(Frame.of(Frame.CLOCK_IS, frame.id(), "", now));
      }
    }
  }

  private void begin(Path file) {
    Running running = new Running(file);
    current.set(running);
    HouseThreads.start("recorder", running);
  }

  private void end() {
    Running running = current.get();
    if (running != null) {
      running.wanted.countDown();
    }
  }

  /** Waits until what was ordered is being recorded. */
  void awaitBegun() {
    Running running = current.get();
    if (running != null) {
      running.begun.join();
    }
  }

  /** Hands over what there is, as the JVM is about to end. */
  void finish() {
    Running running = current.get();
    if (running == null) {
      return;
    }
    running.wanted.countDown();
    try {
      boolean unused = running.over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
