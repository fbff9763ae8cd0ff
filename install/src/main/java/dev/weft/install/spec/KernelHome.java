package dev.weft.install.spec;

import dev.weft.install.launch.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's jars beside the kernelspecs that use them: {@code <data>/weft/<version and JDK>}.
 *
 * <p>A folder belongs to one set of jars and one JDK, since start-up caches fit no others. It
 * appears complete or not at all.
 */
final class KernelHome {
  private static final List<String> PARTS = List.of("front", "worker");

  private final Path data;

  KernelHome(Path data) {
    this.data = data;
  }

  /** Returns the home for a JDK, after copying the jars there where needed. */
  Path prepare(Path unpacked, Jdk jdk) throws IOException {
    Path target = all().resolve(unpacked.getFileName() + "-jdk" + jdk.feature() + "-" + key(jdk));
    if (complete(unpacked, target)) {
      return target;
    }
    Files.createDirectories(all());
    Path fresh = all().resolve(".copy-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    try {
      for (String part : PARTS) {
        copy(unpacked.resolve(part), fresh.resolve(part));
      }
      delete(target);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(fresh);
    }
    return target;
  }

  /** Removes the homes that no kernelspec below the same data folder names. */
  void removeUnused() throws IOException {
    List<Path> used =
        Kernels.in(data.resolve("kernels")).stream()
            .map(found -> found.spec() == null ? null : found.spec().home())
            .filter(home -> home != null)
            .toList();
    if (!Files.isDirectory(all())) {
      return;
    }
    try (Stream<Path> homes = Files.list(all())) {
      for (Path home : homes.filter(home -> !used.contains(home)).toList()) {
        delete(home);
      }
    }
    Files.deleteIfExists(all().resolve(".DS_Store"));
    try (Stream<Path> left = Files.list(all())) {
      if (left.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(all());
  }

  private Path all() {
    return data.resolve("weft");
  }

  private static String key(Jdk jdk) throws IOException {
    String release = Files.readString(jdk.home().resolve("release"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(jdk.home().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(release.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }

  private static boolean complete(Path unpacked, Path target) throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> jars = Files.list(unpacked.resolve(part))) {
        for (Path jar : (Iterable<Path>) jars::iterator) {
          Path copy = target.resolve(part).resolve(jar.getFileName());
          if (!Files.isRegularFile(copy) || Files.size(copy) != Files.size(jar)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** Deletes a folder with all that is in it; nothing where it is not there. */
  static void delete(Path folder) throws IOException {
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
