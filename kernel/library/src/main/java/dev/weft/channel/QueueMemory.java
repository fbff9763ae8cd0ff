package dev.weft.channel;

import dev.weft.segment.Region;
import dev.weft.segment.RegionRef;
import java.io.InvalidObjectException;
import org.jspecify.annotations.Nullable;

/** What a queue has in shared memory, as one process sees it. */
final class QueueMemory implements Runnable {

  private static final long TASKS = Ring.HEADER;
  private static final long DATA = TASKS + Tasks.BYTES;

  final Region region;
  final Ring ring;
  final Tasks tasks;

  /** Takes an element to work on. */
  final Ring.Taker taker;

  /** How to wait for it. */
  final QueueWaiting waiting = new QueueWaiting(this);

  private volatile boolean freed;

  private QueueMemory(Region region, Ring ring) {
    this.region = region;
    this.ring = ring;
    tasks = new Tasks(region.memory(), TASKS, ring);
    taker = message -> tasks.take();
  }

  static QueueMemory make(String name, int capacity, long bytes) {
    Region region = Region.create(name, DATA + bytes);
    return new QueueMemory(region, Ring.make(region, 0, DATA, capacity, bytes));
  }

  static QueueMemory attach(RegionRef ref) throws InvalidObjectException {
    Region region = Region.attach(ref);
    return new QueueMemory(region, new Ring(region, 0, DATA));
  }

  /** Returns the message as it is to lie in the ring. */
  Message fit(Message message) {
    return message.length() > ring.longest() ? SideFile.write(message, region.ref()) : message;
  }

  QueueClosedException closed() {
    return new QueueClosedException(region.name() + " is closed");
  }

  /**
   * Puts a message if there is room.
   *
   * @throws QueueClosedException if the queue is closed
   */
  boolean tryPut(Message message) {
    return switch (ring.tryPut(message)) {
      case DONE -> true;
      case FULL -> false;
      case CLOSED -> throw closed();
    };
  }

  /** Takes a message if there is one. */
  @Nullable Message tryTake() {
    Message message = ring.tryTake(taker);
    if (message != null && ring.isClosed()) {
      freeIfDrained();
    }
    return message;
  }

  /** Returns whether the memory was given back, so that its use throws. */
  boolean isFreed() {
    return freed;
  }

  /** Gives the memory back where this process has made it and nothing is in it any more. */
  void freeIfDrained() {
    if (region.isMine() && ring.isClosed() && ring.size() == 0) {
      free();
    }
  }

  /** What is done when the process that made the queue has no handle of it any more. */
  @Override
  public void run() {
    if (!freed && ring.isClosed()) {
      free();
    }
  }

  private void free() {
    freed = true;
    SideFile.deleteAll(region.ref());
    region.close();
  }
}
