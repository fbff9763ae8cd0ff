package dev.weft.memory;

import dev.weft.segment.Region;
import dev.weft.segment.RegionRef;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;

/**
 * Raw memory that several processes share, with or without a name.
 *
 * <pre>{@code
 * try (var memory = SharedMemory.create("frames", 1024)) {
 *   memory.segment().set(ValueLayout.JAVA_INT, 0, 42);
 *   // in any other program of the same user:
 *   var same = SharedMemory.open("frames");
 *   same.segment().get(ValueLayout.JAVA_INT, 0);  // 42
 * }
 * }</pre>
 *
 * <p>A handle also travels to a child as it is. All is zero at first. Plain reads and writes of a
 * {@link MemorySegment} promise nothing about when others see them; its {@code VarHandle}s can do
 * more, and whoever takes a lock sees what was written under it.
 *
 * <p>The name is free again when the program that made it closes it or ends. Nothing blocks; safe
 * for use by all threads.
 */
public final class SharedMemory implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1;

  private final transient Region region;

  private SharedMemory(Region region) {
    this.region = region;
  }

  /** What travels in its place. */
  private record Ticket(RegionRef ref) implements Serializable {
    private Object readResolve() throws InvalidObjectException {
      return new SharedMemory(Region.attach(ref));
    }
  }

  /**
   * Makes memory without a name.
   *
   * @throws IllegalArgumentException if the size is negative
   * @throws java.io.UncheckedIOException if there is not so much; says how much there is
   */
  public static SharedMemory create(long bytes) {
    return new SharedMemory(
        Region.create(SharedNames.next("SharedMemory"), requireNotNegative(bytes)));
  }

  /**
   * Makes memory that all programs of this user find by its name.
   *
   * @param name letters, digits, and any of {@code . _ -}
   * @throws IllegalArgumentException if the size is negative, or the name none
   * @throws java.io.UncheckedIOException if the name is taken, or there is not so much memory
   */
  public static SharedMemory create(String name, long bytes) {
    return new SharedMemory(Region.publish(name, requireNotNegative(bytes)));
  }

  /**
   * Finds memory by its name.
   *
   * @throws IllegalArgumentException if the name is none
   * @throws java.io.UncheckedIOException if there is none of that name
   */
  public static SharedMemory open(String name) {
    return new SharedMemory(Region.find(name));
  }

  private static long requireNotNegative(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("Negative size: " + bytes);
    }
    return bytes;
  }

  /**
   * Returns the memory, which may be used by any thread until the close.
   *
   * @throws IllegalStateException if it is closed
   */
  public MemorySegment segment() {
    region.requireOpen();
    region.pin();
    return region.memory();
  }

  /** Returns how many bytes it has. */
  public long size() {
    return region.memory().byteSize();
  }

  /** Returns its name. */
  public String name() {
    return region.name();
  }

  /** Returns whether it is closed: here, or for all. */
  public boolean isClosed() {
    return region.isClosed();
  }

  /** Ends it for all if this process made it or the maker has gone, otherwise for this process. */
  @Override
  public void close() {
    region.close();
  }

  /** Returns its name and size. */
  @Override
  public String toString() {
    return name() + " [" + (isClosed() ? "closed" : size() + " bytes") + "]";
  }

  private Object writeReplace() {
    return new Ticket(region.ref());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Not a handle");
  }
}
