package dev.weft.channel;

import dev.weft.segment.Region;
import dev.weft.segment.RegionRef;
import java.io.InvalidObjectException;
import java.util.function.Consumer;

/** What a pipe has in shared memory, as one process sees it: a ring and holders for each end. */
final class PipeMemory implements Runnable {

  private static final long RING_BYTES = 256 << 10;
  private static final long HOLDERS = 2 * Ring.HEADER;
  private static final long DATA = HOLDERS + 2 * Holders.BYTES;

  final Region region;
  private final Ring toFirst;
  private final Ring toSecond;
  private final Holders ofFirst;
  private final Holders ofSecond;
  private volatile boolean freed;

  private PipeMemory(Region region, Ring toFirst, Ring toSecond) {
    this.region = region;
    this.toFirst = toFirst;
    this.toSecond = toSecond;
    ofFirst = new Holders(region, HOLDERS);
    ofSecond = new Holders(region, HOLDERS + Holders.BYTES);
  }

  static PipeMemory make(String name) {
    Region region = Region.create(name, DATA + 2 * RING_BYTES);
    Ring first = Ring.make(region, 0, DATA, Integer.MAX_VALUE, RING_BYTES);
    long data = DATA + RING_BYTES;
    Ring second = Ring.make(region, Ring.HEADER, data, Integer.MAX_VALUE, RING_BYTES);
    return new PipeMemory(region, first, second);
  }

  static PipeMemory attach(RegionRef ref) throws InvalidObjectException {
    Region region = Region.attach(ref);
    Ring first = new Ring(region, 0, DATA);
    return new PipeMemory(region, first, new Ring(region, Ring.HEADER, DATA + RING_BYTES));
  }

  /** Returns where messages to an end lie. */
  Ring ringTo(boolean first) {
    return first ? toFirst : toSecond;
  }

  /** Returns who has an end. */
  Holders holdersOf(boolean first) {
    return first ? ofFirst : ofSecond;
  }

  /** Returns the message as it is to lie in a ring. */
  Message fit(Message message) {
    return message.length() > toFirst.longest() ? SideFile.write(message, region.ref()) : message;
  }

  boolean isFreed() {
    return freed;
  }

  /** Changes who has an end, and lets those who wait for it look again. */
  synchronized void end(Consumer<Holders> change, boolean first) {
    if (!freed) {
      change.accept(holdersOf(first));
      wake();
      freeIfGone();
    }
  }

  private void wake() {
    for (Ring each : new Ring[] {toFirst, toSecond}) {
      each.items.ring();
      each.room.ring();
    }
  }

  /** Gives the memory back where this process has made it and nobody has an end any more. */
  synchronized void freeIfGone() {
    if (!freed && region.isMine() && ofFirst.areGone() && ofSecond.areGone()) {
      freed = true;
      SideFile.deleteAll(region.ref());
      region.close();
    }
  }

  /** What is done when the process that made the pipe has no handle of it any more. */
  @Override
  public void run() {
    freeIfGone();
  }
}
