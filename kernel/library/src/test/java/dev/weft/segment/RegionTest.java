package dev.weft.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionTest {

  private static final long LARGE = 1 << 20;

  @Test
  void isFoundByItsReference() throws Exception {
    for (long size : new long[] {0, 4, 4096, LARGE}) {
      try (Region made = Region.create("numbers", size);
          Region found = Region.attach(made.ref())) {
        assertEquals(size, found.memory().byteSize());
        if (size > 0) {
          assertEquals(0, made.memory().get(ValueLayout.JAVA_BYTE, size - 1));
          made.memory().set(ValueLayout.JAVA_BYTE, size - 1, (byte) 7);
          assertEquals(7, found.memory().get(ValueLayout.JAVA_BYTE, size - 1));
        }
      }
    }
  }

  @Test
  void isClosedForAll() throws Exception {
    for (long size : new long[] {8, LARGE}) {
      Region made = Region.create("numbers", size);
      RegionRef ref = made.ref();
      Region other = Region.attach(ref);
      made.close();
      made.close();
      assertTrue(made.isClosed());
      assertTrue(other.isClosed());
      Exception closed = assertThrows(IllegalStateException.class, other::requireOpen);
      assertEquals("numbers is closed", closed.getMessage());
      other.close();
      Exception gone = assertThrows(InvalidObjectException.class, () -> Region.attach(ref));
      assertTrue(gone.toString().contains(": numbers is "), gone::toString);
    }
  }

  @Test
  void referencesToNothingAreRefused(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "x".repeat(1000));
    for (Path file : List.of(folder.resolve("none"), text)) {
      RegionRef ref = new RegionRef("it", file.toString(), 128, 8);
      assertThrows(InvalidObjectException.class, () -> Region.attach(ref));
    }
    try (Region made = Region.create("numbers", 8)) {
      RegionRef ref = made.ref();
      for (long offset : new long[] {0, 3, ref.offset() + (1 << 20)}) {
        RegionRef wrong = new RegionRef("it", ref.file(), offset, 8);
        assertThrows(InvalidObjectException.class, () -> Region.attach(wrong));
      }
    }
  }

  @Test
  void filesAreTheUsersAlone() throws Exception {
    try (Region made = Region.create("numbers", LARGE)) {
      Path file = Path.of(made.ref().file());
      assertEquals("rw-------", permissions(file));
      assertEquals("rwx------", permissions(file.resolveSibling("")));
      assertEquals("rwx------", permissions(file.resolveSibling("..")));
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nothingIsLeftAfterManyCycles() throws Exception {
    Path folder;
    try (Region first = Region.create("numbers", LARGE)) {
      folder = Objects.requireNonNull(Path.of(first.ref().file()).getParent());
    }
    long before = cells(folder);
    for (int i = 0; i < 1000; i++) {
      try (Region small = Region.create("small", 100);
          Region large = Region.create("large", 20_000)) {
        assertFalse(small.isClosed() || large.isClosed());
      }
    }
    try (var files = Files.list(folder)) {
      List<Path> left = files.filter(file -> file.toString().endsWith(".memory")).toList();
      assertEquals(List.of(), left);
    }
    long after = cells(folder);
    assertTrue(after <= before + 2, before + " files of cells before, " + after + " after");
  }

  /** Files that hold small regions, those of earlier tests in this JVM included. */
  private static long cells(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".cells")).count();
    }
  }

  @Test
  void whereMemoryIsFullTheNextFolderServes(@TempDir Path folder) throws Exception {
    Store store = new Store(Family.own(), List.of(folder.resolve("missing"), folder));
    SegmentFile.Cell cell = store.allocate(LARGE);
    assertTrue(cell.file().path().startsWith(folder.resolve("weft-" + user())));
    store.leave();
    assertEquals(0, folder.toFile().list().length);
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  @Test
  void tooMuchIsSaidWithWhatIsFree() {
    Exception full =
        assertThrows(UncheckedIOException.class, () -> Region.create("numbers", 1L << 60));
    assertTrue(full.toString().contains("; free are "), full::toString);
    assertTrue(full.toString().contains(": Not enough shared memory for "), full::toString);
  }

  @Test
  void whatTheDeadLeftIsSwept(@TempDir Path folder) throws Exception {
    Path user = folder.resolve("weft-" + user());
    Store store = new Store(Family.own(), List.of(folder));
    Path file = store.allocate(LARGE).file().path();
    Path dead = Files.createDirectory(user.resolve("2147483000-1"));
    Files.writeString(dead.resolve("2147483000-1-1.memory"), "x");
    Path orphan = Files.writeString(file.resolveSibling("2147483000-1-2.memory"), "x");
    new Store(Family.own(), List.of(folder)).allocate(8);
    assertFalse(Files.exists(dead));
    assertFalse(Files.exists(orphan));
    assertTrue(Files.exists(file));
  }
}
