package dev.weft.front.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Two sockets of which each sends what the other receives, and ends when the other ends. */
final class BridgedConnection {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final SocketChannel client;
  private final SocketChannel kernel;
  private final Consumer<BridgedConnection> ended;
  private final AtomicInteger open = new AtomicInteger(2);
  private final Thread fromClient;
  private final Thread fromKernel;

  BridgedConnection(SocketChannel client, SocketChannel kernel, Consumer<BridgedConnection> ended) {
    this.client = client;
    this.kernel = kernel;
    this.ended = ended;
    fromClient = Thread.ofVirtual().unstarted(() -> pump(client, kernel));
    fromKernel = Thread.ofVirtual().unstarted(() -> pump(kernel, client));
  }

  void start() {
    fromClient.start();
    fromKernel.start();
  }

  /** Waits a moment until the kernel's side has ended, then closes both. */
  void finish() {
    try {
      fromKernel.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  private void pump(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      close();
    }
    if (open.decrementAndGet() == 0) {
      close();
    }
  }

  private void close() {
    try (client;
        kernel) {
      ended.accept(this);
    } catch (IOException alreadyBroken) {
      return;
    }
  }
}
