package dev.weft.install.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * Unpacks a bundle to a folder of its own.
 *
 * <p>The folder appears complete or not at all: it is filled under another name and renamed. When
 * several processes do so at once, one wins and the others use its folder.
 */
final class Unpacker {
  private final Path cache;

  Unpacker(Path cache) {
    this.cache = cache;
  }

  /** Returns the folder that holds the bundle's files, after unpacking them where needed. */
  Path unpack(Bundle bundle) throws IOException {
    Path target = cache.resolve(bundle.name());
    if (complete(bundle, target)) {
      return target;
    }
    makePrivate(cache);
    Path fresh = Files.createTempDirectory(cache, ".unpack-");
    try {
      fill(bundle, fresh);
      return publish(bundle, fresh, target);
    } finally {
      delete(fresh);
    }
  }

  private static boolean complete(Bundle bundle, Path folder) throws IOException {
    for (JarEntry entry : bundle.entries()) {
      Path file = folder.resolve(Bundle.relative(entry));
      if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
        return false;
      }
    }
    return true;
  }

  private static void fill(Bundle bundle, Path folder) throws IOException {
    for (JarEntry entry : bundle.entries()) {
      Path file = folder.resolve(Bundle.relative(entry)).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("weft.jar holds a bad name: " + entry.getName());
      }
      Files.createDirectories(file.getParent());
      try (InputStream in = bundle.open(entry)) {
        Files.copy(in, file);
      }
    }
  }

  private Path publish(Bundle bundle, Path fresh, Path target) throws IOException {
    if (!Files.exists(target) && rename(fresh, target)) {
      return target;
    }
    if (complete(bundle, target)) {
      return target;
    }
    Path broken = Files.createTempDirectory(cache, ".broken-");
    try {
      rename(target, broken.resolve("old"));
      if (rename(fresh, target) || complete(bundle, target)) {
        return target;
      }
    } finally {
      delete(broken);
    }
    throw new IOException("can't write " + target);
  }

  private static boolean rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (java.nio.file.FileSystemException taken) {
      if (Files.exists(to) || !Files.exists(from)) {
        return false;
      }
      throw taken;
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      FileStore store = Files.getFileStore(parent == null ? folder : parent);
      if (store.supportsFileAttributeView("posix")) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException there) {
      if (!Files.isDirectory(folder)) {
        throw there;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }
}
