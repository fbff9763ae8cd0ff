package dev.weft.segment;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.nio.file.Path;

/**
 * A piece of shared memory, as one process has it; the package says how long it lives.
 *
 * <p>Safe for use by several threads; nothing here blocks.
 */
public final class Region implements AutoCloseable {

  /** In bytes; what is before the memory of each region. */
  static final long HEADER = 64;

  /** Where a header has the size of what has a name, for those that find it. */
  private static final long SIZE = 8;

  private static final int OPEN = 1;
  private static final int CLOSED = 2;
  private static final VarHandle LIFE = ValueLayout.JAVA_INT.varHandle();
  private static final Cleaner CLEANER =
      Cleaner.create(task -> Threads.daemon("weft-memory", task));

  private final String name;
  private final Hold hold;
  private final MemorySegment memory;
  private final Cleaner.Cleanable cleanable;

  private Region(String name, Hold hold) {
    this.name = name;
    this.hold = hold;
    memory = hold.file.memory().asSlice(hold.offset + HEADER, hold.size);
    cleanable = CLEANER.register(this, hold);
  }

  /** What a region holds, to be let go of once: at close, or when nobody refers to it. */
  private static final class Hold implements Runnable {
    final SegmentFile file;
    final long offset;
    final long size;
    final boolean mine;
    volatile boolean travelled;
    volatile boolean pinned;

    /** Whether it is given up by somebody, not by the collector. */
    volatile boolean closing;

    Hold(SegmentFile file, long offset, long size, boolean mine) {
      this.file = file;
      this.offset = offset;
      this.size = size;
      this.mine = mine;
    }

    @Override
    public void run() {
      boolean heir = closing && !ProcessKey.isAlive(file.maker());
      boolean ends = mine ? closing || !travelled : heir;
      if (ends && LIFE.compareAndSet(file.memory(), offset, OPEN, CLOSED)) {
        Store.own().closed(file);
      }
      if (closing || !pinned) {
        Store.own().release(file);
      }
    }
  }

  /**
   * Makes a region of zeros.
   *
   * @param name what it is, for people
   * @param bytes at least 0
   * @throws java.io.UncheckedIOException if there is no memory left for it; says how much there is
   */
  public static Region create(String name, long bytes) {
    SegmentFile.Cell cell = Store.own().allocate(bytes + HEADER);
    LIFE.setVolatile(cell.file().memory(), cell.offset(), OPEN);
    return new Region(name, new Hold(cell.file(), cell.offset(), bytes, true));
  }

  /**
   * Makes a region of zeros that every program of this user finds by a name.
   *
   * @param key letters, digits, and any of {@code . _ -}
   * @param bytes at least 0
   * @throws java.io.UncheckedIOException if there is one, or no memory is left
   */
  public static Region publish(String key, long bytes) {
    SegmentFile file = Store.own().publish(key, bytes + HEADER);
    file.memory().set(ValueLayout.JAVA_LONG, SegmentFile.HEADER + SIZE, bytes);
    LIFE.setVolatile(file.memory(), SegmentFile.HEADER, OPEN);
    Hold hold = new Hold(file, SegmentFile.HEADER, bytes, true);
    hold.travelled = true;
    return new Region(key, hold);
  }

  /**
   * Finds a region by the name with which it was {@linkplain #publish published}.
   *
   * @throws java.io.UncheckedIOException if there is none
   */
  public static Region find(String key) {
    try {
      Path path = Store.own().find(key);
      SegmentFile file = Store.own().open(path);
      long size = file.memory().get(ValueLayout.JAVA_LONG, SegmentFile.HEADER + SIZE);
      Store.own().release(file);
      return attach(new RegionRef(key, path.toString(), SegmentFile.HEADER, size));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no shared memory named " + key, e);
    }
  }

  /**
   * Finds a region that this or another process has made.
   *
   * @throws InvalidObjectException if it is gone, belongs to somebody else, or is none
   */
  public static Region attach(RegionRef ref) throws InvalidObjectException {
    SegmentFile file = open(ref);
    long end = ref.offset() + HEADER + ref.size();
    boolean fits =
        ref.offset() >= SegmentFile.HEADER
            && ref.offset() % HEADER == 0
            && ref.size() >= 0
            && end <= file.memory().byteSize();
    if (!fits || (int) LIFE.getVolatile(file.memory(), ref.offset()) != OPEN) {
      Store.own().release(file);
      throw new InvalidObjectException(
          fits
              ? ref.name() + " is closed"
              : ref.name() + ": no such place in " + ref.file() + ": " + ref.offset());
    }
    boolean mine = file.maker() == ProcessKey.self();
    Hold hold = new Hold(file, ref.offset(), ref.size(), mine);
    hold.travelled = true;
    return new Region(ref.name(), hold);
  }

  private static SegmentFile open(RegionRef ref) throws InvalidObjectException {
    try {
      return Store.own().open(Path.of(ref.file()));
    } catch (IOException e) {
      InvalidObjectException gone =
          new InvalidObjectException(ref.name() + " is gone: " + Messages.of(e));
      gone.initCause(e);
      throw gone;
    }
  }

  /** Returns what it is, for people. */
  public String name() {
    return name;
  }

  /**
   * Returns the memory. Using it after the close throws an {@link IllegalStateException} if the
   * region has a file of its own.
   */
  public MemorySegment memory() {
    return memory;
  }

  /**
   * Says that the memory is given to others, who may use it when nobody has the region any more.
   */
  public void pin() {
    hold.pinned = true;
  }

  /** Returns how another process finds it; from now on it lives until it is closed. */
  public RegionRef ref() {
    requireOpen();
    hold.travelled = true;
    hold.file.travelled();
    return new RegionRef(name, hold.file.path().toString(), hold.offset, hold.size);
  }

  /** Returns whether this process made it. */
  public boolean isMine() {
    return hold.mine;
  }

  /** Returns whether it is closed: here, or by its maker for all. */
  public boolean isClosed() {
    return hold.closing || (int) LIFE.getVolatile(hold.file.memory(), hold.offset) != OPEN;
  }

  /**
   * Does nothing while it is open.
   *
   * @throws IllegalStateException if it is closed
   */
  public void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException(name + " is closed");
    }
  }

  /** Returns whether a close here is one for all: by the maker, or where the maker has gone. */
  public boolean endsAtClose() {
    return hold.mine || !ProcessKey.isAlive(hold.file.maker());
  }

  /** Ends it for all if this process made it or the maker has gone, otherwise for this process. */
  @Override
  public void close() {
    hold.closing = true;
    cleanable.clean();
  }
}
