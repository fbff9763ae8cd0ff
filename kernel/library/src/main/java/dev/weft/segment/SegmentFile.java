package dev.weft.segment;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** A file of regions, mapped into this process. */
final class SegmentFile {

  /** In bytes; what is before the first region. */
  static final long HEADER = 128;

  private static final long MAGIC = 0x3130_4D48_5354_4657L;
  private static final int VERSION = 1;
  private static final int BLOCK = 1 << 20;

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final long AT_MAGIC = 0;
  private static final long AT_VERSION = 8;
  private static final long AT_TRAVELLED = 12;
  private static final long AT_MAKER = 16;
  private static final long AT_SIZE = 24;

  private final Path path;
  private final Arena arena;
  private final MemorySegment memory;

  /** Who else has something in it; guarded by the store. */
  final FileUse use;

  private SegmentFile(Path path, Arena arena, MemorySegment memory, FileUse use) {
    this.path = path;
    this.arena = arena;
    this.memory = memory;
    this.use = use;
  }

  /** A piece of a file. */
  record Cell(SegmentFile file, long offset) {}

  /**
   * Makes a file of zeros and reserves its space.
   *
   * @throws IOException if there is no space; nothing is left of it
   */
  static SegmentFile create(Path path, long size, FileAttribute<?>... attributes)
      throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(path, options, attributes)) {
      reserve(channel, size);
      SegmentFile file = map(path, channel, size);
      file.memory.set(ValueLayout.JAVA_INT, AT_VERSION, VERSION);
      file.memory.set(ValueLayout.JAVA_LONG, AT_MAKER, ProcessKey.self());
      file.memory.set(ValueLayout.JAVA_LONG, AT_SIZE, size);
      LONG.setVolatile(file.memory, AT_MAGIC, MAGIC);
      return file;
    } catch (IOException | OutOfMemoryError e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** A file of holes could be mapped, but a page for which there is no memory ends the access. */
  private static void reserve(FileChannel channel, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(size, BLOCK));
    for (long written = 0; written < size; written += zeros.limit()) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), size - written));
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
    }
  }

  /** Maps a file that a process has made. */
  static SegmentFile open(Path path) throws IOException {
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(path, options)) {
      long size = channel.size();
      if (size < HEADER) {
        throw new IOException(path + " holds no shared memory");
      }
      SegmentFile file = map(path, channel, size);
      if (!file.isValid()) {
        file.arena.close();
        throw new IOException(path + " holds no shared memory of this version");
      }
      return file;
    }
  }

  private static SegmentFile map(Path path, FileChannel channel, long size) throws IOException {
    Arena arena = Arena.ofShared();
    MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, size, arena);
    return new SegmentFile(path, arena, memory, new FileUse());
  }

  private boolean isValid() {
    return (long) LONG.getVolatile(memory, AT_MAGIC) == MAGIC
        && memory.get(ValueLayout.JAVA_INT, AT_VERSION) == VERSION
        && memory.get(ValueLayout.JAVA_LONG, AT_SIZE) == memory.byteSize();
  }

  /** Returns whether a region of the file has been given to another process. */
  static boolean hasTravelled(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate((int) HEADER).order(ByteOrder.nativeOrder());
      return channel.read(header, 0) == HEADER && header.getInt((int) AT_TRAVELLED) != 0;
    }
  }

  Path path() {
    return path;
  }

  MemorySegment memory() {
    return memory;
  }

  long maker() {
    return memory.get(ValueLayout.JAVA_LONG, AT_MAKER);
  }

  void travelled() {
    memory.set(ValueLayout.JAVA_INT, AT_TRAVELLED, 1);
  }

  /** Takes the memory out of this process; an access from now on throws. */
  void unmap() {
    try {
      arena.close();
    } catch (IllegalStateException e) {
      // Something reads or writes it at this moment: it stays mapped until the end of the process.
      use.kept = true;
    }
  }

  /**
   * Ends it for those that have not mapped it. Where the system forbids it now, a sweep does it.
   */
  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      use.kept = true;
    }
  }
}
