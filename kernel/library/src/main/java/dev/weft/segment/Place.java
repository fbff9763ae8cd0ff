package dev.weft.segment;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * A folder of the system for shared memory. In it each user has a folder that nobody else enters,
 * and in that each family.
 */
final class Place {

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  private static final String NAMES = "names";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path system;
  private final Path user;
  private final Path family;

  Place(Path system, Family family) {
    this.system = system;
    String name = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9_.-]", "_");
    user = system.resolve("weft-" + name);
    this.family = user.resolve(Names.of(family.root()));
  }

  /** Returns the permissions with which files are made, as far as the system has such. */
  static FileAttribute<?>[] fileAttributes() {
    return attributes("rw-------");
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  Path system() {
    return system;
  }

  Path user() {
    return user;
  }

  Path family() {
    return family;
  }

  long freeBytes() {
    try {
      return Files.getFileStore(system).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * Makes the folders.
   *
   * @throws IOException if it can't, or if somebody else has made them
   */
  void prepare() throws IOException {
    makePrivate(user);
    makePrivate(family);
    if (POSIX && !Files.getOwner(user).equals(Files.getOwner(family))) {
      throw new IOException(user + " belongs to another user");
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(folder, attributes("rwx------"));
      } catch (FileAlreadyExistsException e) {
        requireFolder(folder, e);
      }
    }
    if (POSIX && !Files.getPosixFilePermissions(folder).equals(PRIVATE)) {
      throw new IOException(folder + " can be entered by others");
    }
  }

  /** Another process may have made it at the same moment. */
  private static void requireFolder(Path folder, IOException problem) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw problem;
    }
  }

  /**
   * Gives a file of this user a name. A name that leads nowhere any more is free.
   *
   * @throws FileAlreadyExistsException if it is not
   */
  static void publish(Path file, String key) throws IOException {
    Path names = Objects.requireNonNull(file.getParent()).resolveSibling(NAMES);
    makePrivate(names);
    Path name = names.resolve(requireName(key));
    if (Files.isSymbolicLink(name) && !Files.exists(name)) {
      deleteFile(name);
    }
    try {
      Files.createSymbolicLink(name, file);
    } catch (FileAlreadyExistsException e) {
      throw new FileAlreadyExistsException("Shared memory " + key + " exists already");
    }
  }

  /** Returns the file that has a name. */
  Path find(String key) throws IOException {
    return user.resolve(NAMES).resolve(requireName(key)).toRealPath();
  }

  private static String requireName(String key) {
    if (!key.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException("Not a name of letters, digits, '.', '_' and '-': " + key);
    }
    return key;
  }

  /** Removes the folders of families whose first process has gone, and what the dead left here. */
  void sweep() {
    if (Files.isDirectory(user, LinkOption.NOFOLLOW_LINKS)) {
      each(
          user,
          folder -> {
            long root = Names.key(folder.getFileName().toString());
            if (root != 0 && !ProcessKey.isAlive(root)) {
              delete(folder);
            }
          });
      sweepFamily(key -> !ProcessKey.isAlive(key));
      sweepNames();
    }
  }

  /** Removes names that lead nowhere. */
  void sweepNames() {
    Path names = user.resolve(NAMES);
    if (Files.isDirectory(names, LinkOption.NOFOLLOW_LINKS)) {
      each(
          names,
          name -> {
            if (!Files.exists(name)) {
              deleteFile(name);
            }
          });
    }
  }

  /** Removes files that only their makers know. */
  void sweepFamily(LongPredicate makers) {
    each(
        family,
        file -> {
          long maker = Names.key(file.getFileName().toString());
          if (maker != 0 && makers.test(maker) && !hasTravelled(file)) {
            deleteFile(file);
          }
        });
  }

  private static boolean hasTravelled(Path file) {
    try {
      return SegmentFile.hasTravelled(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes the family's folder with all that is in it, and the user's if that is empty then. */
  void leave() {
    delete(family);
    sweepNames();
    deleteFile(user.resolve(NAMES));
    deleteFile(user);
  }

  private static void delete(Path folder) {
    each(folder, Place::deleteFile);
    deleteFile(folder);
  }

  /** What can't be deleted now is left to the next sweep. */
  private static void deleteFile(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return;
    }
  }

  private static void each(Path folder, Consumer<Path> action) {
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      content.forEach(action);
    } catch (IOException | DirectoryIteratorException e) {
      return;
    }
  }
}
