package dev.weft.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of regions that this process has made or opened.
 *
 * <p>Safe for use by several threads; waits only for the disk.
 */
final class Store {

  /** The size of a file for several regions, and of the largest region that goes into one. */
  private static final long SLAB = 64 << 10;

  private static final long LARGEST_CELL = 8 << 10;
  private static final long ALIGNMENT = 128;
  private static final String SLAB_SUFFIX = ".cells";

  /** So many files are made from one sweep to the next. */
  private static final int SWEEP_EVERY = 64;

  private static final AtomicBoolean USED = new AtomicBoolean();

  private final Family family;
  private final List<Place> places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Path, SegmentFile> open = new HashMap<>();
  private @Nullable SegmentFile slab;
  private int made;

  Store(Family family, List<Path> folders) {
    this.family = family;
    places = folders.stream().map(folder -> new Place(folder, family)).toList();
  }

  /** Made when first used, so that a process that shares nothing leaves nothing. */
  private static final class Own {
    static final Store STORE = start();

    private static Store start() {
      Store store = new Store(Family.own(), folders());
      USED.set(true);
      Runtime.getRuntime().addShutdownHook(Threads.daemon("weft-memory-end", store::leave));
      return store;
    }
  }

  static Store own() {
    return Own.STORE;
  }

  static void leaveIfUsed() {
    if (USED.get()) {
      own().leave();
    }
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    Path memory = Path.of("/dev/shm");
    if (Files.isDirectory(memory) && Files.isWritable(memory)) {
      folders.add(memory);
    }
    folders.add(Path.of(System.getProperty("java.io.tmpdir", ".")));
    return folders;
  }

  /**
   * Finds room for a region.
   *
   * @param bytes with its header
   */
  SegmentFile.Cell allocate(long bytes) {
    lock.lock();
    try {
      SegmentFile file = bytes > LARGEST_CELL ? alone(bytes) : slabFor(bytes);
      long offset = file.use.next;
      file.use.next = offset + round(bytes);
      file.use.users++;
      file.use.living++;
      return new SegmentFile.Cell(file, offset);
    } finally {
      lock.unlock();
    }
  }

  private static long round(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private SegmentFile alone(long bytes) {
    return create(Math.addExact(bytes, SegmentFile.HEADER), ".memory");
  }

  private SegmentFile slabFor(long bytes) {
    SegmentFile current = slab;
    if (current != null && current.use.next + bytes <= SLAB) {
      return current;
    }
    SegmentFile fresh = create(SLAB, SLAB_SUFFIX);
    slab = fresh;
    fresh.use.users++;
    fresh.use.living++;
    if (current != null) {
      closed(current);
      release(current);
    }
    return fresh;
  }

  /** Makes a file where there is room. */
  private SegmentFile create(long size, String suffix) {
    if (made % SWEEP_EVERY == 0) {
      places.forEach(Place::sweep);
    }
    made++;
    IOException problem = null;
    for (Place place : places) {
      try {
        return create(place, size, suffix);
      } catch (IOException e) {
        problem = e;
      }
    }
    String free =
        places.stream()
            .map(place -> Messages.size(place.freeBytes()) + " in " + place.system())
            .collect(Collectors.joining(" and "));
    throw new UncheckedIOException(
        "Not enough shared memory for " + Messages.size(size) + "; free are " + free,
        problem == null ? new IOException("No folder") : problem);
  }

  private SegmentFile create(Place place, long size, String suffix) throws IOException {
    place.prepare();
    if (place.freeBytes() < size) {
      throw new IOException("No space left in " + place.system());
    }
    Path path = place.family().resolve(Names.of(ProcessKey.self()) + "-" + made + suffix);
    SegmentFile file = SegmentFile.create(path, size, Place.fileAttributes());
    open.put(path, file);
    return file;
  }

  /**
   * Makes a file for one region under a name, in place of one that has ended.
   *
   * @param bytes with its header
   */
  SegmentFile publish(String key, long bytes) {
    SegmentFile.Cell cell = allocateAlone(bytes);
    try {
      Place.publish(cell.file().path(), key);
      cell.file().use.named = true;
      return cell.file();
    } catch (IOException | RuntimeException e) {
      closed(cell.file());
      release(cell.file());
      if (e instanceof IOException problem) {
        throw new UncheckedIOException(problem.getMessage(), problem);
      }
      throw (RuntimeException) e;
    }
  }

  private SegmentFile.Cell allocateAlone(long bytes) {
    return allocate(Math.max(bytes, LARGEST_CELL + 1));
  }

  /** Returns the file that has a name. */
  Path find(String key) throws IOException {
    IOException problem = new IOException("No folder");
    for (Place place : places) {
      try {
        return place.find(key);
      } catch (IOException e) {
        problem = e;
      }
    }
    throw problem;
  }

  /** Opens a file, or returns what is open already; each call is to be released. */
  SegmentFile open(Path path) throws IOException {
    lock.lock();
    try {
      SegmentFile file = open.get(path);
      if (file == null) {
        file = SegmentFile.open(path);
        open.put(path, file);
      }
      file.use.users++;
      return file;
    } finally {
      lock.unlock();
    }
  }

  /** Says that a region is closed for all; the file goes with the last. */
  void closed(SegmentFile file) {
    lock.lock();
    try {
      boolean mine = file.maker() == ProcessKey.self();
      if (mine) {
        file.use.living--;
      }
      boolean several = file.path().toString().endsWith(SLAB_SUFFIX);
      if (mine ? file.use.living == 0 : !several) {
        file.delete();
        if (file.use.named) {
          places.forEach(Place::sweepNames);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says that a region of this process no longer uses the file. */
  void release(SegmentFile file) {
    lock.lock();
    try {
      file.use.users--;
      if (file.use.users == 0) {
        open.remove(file.path());
        file.unmap();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Removes what the process leaves: all of the family if it is the first, else what it kept. */
  void leave() {
    for (Place place : places) {
      if (family.isRoot()) {
        place.leave();
      } else {
        place.sweepFamily(maker -> maker == ProcessKey.self());
      }
    }
  }
}
