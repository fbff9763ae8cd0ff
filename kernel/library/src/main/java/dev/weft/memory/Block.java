package dev.weft.memory;

import dev.weft.segment.Region;
import dev.weft.sync.ProcessLock;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The memory of a handle, and the lock that goes with it. */
final class Block implements AutoCloseable {

  private final Region region;
  private final ProcessLock lock;
  private final MemorySegment memory;

  Block(Region region, ProcessLock lock) {
    this.region = region;
    this.lock = lock;
    memory = region.memory();
  }

  /** Makes zeros. */
  static Block create(String what, long bytes) {
    String name = SharedNames.next(what);
    return new Block(Region.create(name, bytes), new ProcessLock("lock of " + name));
  }

  /** Memory of which every access fails as one to something closed. */
  static MemorySegment closedMemory() {
    try (Arena arena = Arena.ofShared()) {
      return arena.allocate(Long.BYTES, Long.BYTES);
    }
  }

  MemorySegment memory() {
    return memory;
  }

  ProcessLock lock() {
    return lock;
  }

  Region region() {
    return region;
  }

  @Override
  public void close() {
    region.close();
    lock.close();
  }
}
