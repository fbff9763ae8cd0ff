package dev.weft.front.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with one file for each session, named by its number, that only its owner may read.
 *
 * <p>A number is claimed by creating its file, so kernels that run side by side never share one.
 */
final class SessionFiles {

  private static final String SUFFIX = ".jsonl";

  private final Path folder;

  SessionFiles(Path folder) {
    this.folder = folder;
  }

  /** Numbers of all sessions, the oldest first. */
  List<Integer> numbers() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{1,9}" + SUFFIX))
          .map(name -> Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())))
          .sorted()
          .toList();
    }
  }

  /** Makes the next session's file and returns its number; the oldest beyond the limit go. */
  int create(int limit) throws IOException {
    Files.createDirectories(folder, only("rwx------"));
    List<Integer> numbers = numbers();
    for (int number : numbers.subList(0, Math.max(0, numbers.size() - limit + 1))) {
      Files.deleteIfExists(file(number));
    }
    int next = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
    while (!claimed(next)) {
      next++;
    }
    return next;
  }

  /** Adds a line, unless the file would grow beyond the limit. */
  void append(int number, String line, long limit) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (Files.size(file(number)) + bytes.length <= limit) {
      Files.write(file(number), bytes, StandardOpenOption.APPEND);
    }
  }

  /** The lines of a session, of which some may be damaged; none where there is no such session. */
  List<String> lines(int number, long limit) throws IOException {
    Path file = file(number);
    if (!Files.isRegularFile(file) || Files.size(file) > limit) {
      return List.of();
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  private boolean claimed(int number) throws IOException {
    try {
      Files.createFile(file(number), only("rw-------"));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private Path file(int number) {
    return folder.resolve(number + SUFFIX);
  }

  private FileAttribute<?>[] only(String permissions) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
