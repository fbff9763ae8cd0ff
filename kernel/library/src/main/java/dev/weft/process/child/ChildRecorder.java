package dev.weft.process.child;

import dev.weft.trace.flight.HappeningCodec;
import dev.weft.trace.flight.JvmRecording;
import java.io.IOException;
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
    private final long number;
    private final Path file;
    private final @Nullable Running before;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean dropped;

    Running(long number, Path file, @Nullable Running before) {
      this.number = number;
      this.file = file;
      this.before = before;
    }

    @Override
    public void run() {
      long ordered = System.nanoTime();
      try (JvmRecording recording = start()) {
        long since = recording.startNanos();
        String text = Long.toString(number);
        wire.send(Frame.of(Frame.RECORDING, since, text, Frame.bytes(since - ordered)));
        begun.complete(null);
        while (!wanted.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
          sendSeen(recording);
        }
        recording.stop();
        sendSeen(recording);
        boolean written = !dropped && recording.write(file);
        wire.send(Frame.of(Frame.RECORDED, number, written ? file.toString() : ""));
      } catch (IOException | InterruptedException | RuntimeException e) {
        sendNothing();
      } finally {
        begun.complete(null);
        over.countDown();
      }
    }

    /** Starts when the one before has ended: two would take each other's spans. */
    private JvmRecording start() throws InterruptedException {
      if (before != null) {
        before.over.await();
      }
      return JvmRecording.start();
    }

    private void sendSeen(JvmRecording recording) throws IOException {
      byte[] seen = HappeningCodec.encode(recording.soFar());
      wire.send(Frame.of(Frame.SEEN, number, "", seen));
    }

    private void sendNothing() {
      try {
        wire.send(Frame.of(Frame.RECORDED, number));
      } catch (IOException e) {
        // the parent has gone, and this JVM is about to end
      }
    }
  }

  /** Does what the parent asks; for the thread that reads, which does not wait here. */
  void receive(Frame frame) throws IOException {
    switch (frame.type()) {
      case Frame.RECORD -> begin(frame.id(), Path.of(frame.text()));
      case Frame.RECORD_END -> end(frame.id() == 1);
      default ->
          wire.send(Frame.of(Frame.CLOCK_IS, frame.id(), "", Frame.bytes(System.nanoTime())));
    }
  }

  private void begin(long number, Path file) {
    Running running = new Running(number, file, current.get());
    current.set(running);
    HouseThreads.start("recorder", running);
  }

  private void end(boolean drop) {
    Running running = current.get();
    if (running != null) {
      running.dropped = drop;
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
