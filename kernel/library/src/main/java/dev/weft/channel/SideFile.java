package dev.weft.channel;

import dev.weft.segment.RegionRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file in which a message lies that is too long for its ring. */
final class SideFile {

  private SideFile() {}

  /**
   * Writes a message's content beside the memory of its ring, or where there is room.
   *
   * @return the message that names the file
   * @throws UncheckedIOException if there is no room for it anywhere
   */
  static Message write(Message message, RegionRef owner) {
    String name = prefix(owner) + UUID.randomUUID();
    Path file = folder(owner).resolve(name);
    try {
      write(message, file, file.getParent());
    } catch (IOException e) {
      file = writeElsewhere(message, name, e);
    }
    byte[] path = file.toString().getBytes(StandardCharsets.UTF_8);
    return new Message(message.kind() | Message.ASIDE, path, path.length);
  }

  private static Path folder(RegionRef owner) {
    return Objects.requireNonNull(Path.of(owner.file()).getParent());
  }

  private static String prefix(RegionRef owner) {
    return "message-" + Path.of(owner.file()).getFileName() + "-" + owner.offset() + "-";
  }

  private static Path writeElsewhere(Message message, String name, IOException problem) {
    try {
      Path file = Files.createTempFile("weft-" + name, "");
      write(message, file, file.getParent());
      return file;
    } catch (IOException e) {
      e.addSuppressed(problem);
      throw new UncheckedIOException(
          "No room for a message of " + message.length() + " bytes: " + e.getMessage(), e);
    }
  }

  /** Deletes the files of a ring that goes, also those that killed processes have left. */
  static void deleteAll(RegionRef owner) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder(owner), prefix(owner) + "*")) {
      for (Path each : files) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // they go with the folder, at the end of the program
    }
  }

  private static void write(Message message, Path file, @Nullable Path folder) throws IOException {
    if (folder != null && folder.toFile().getUsableSpace() < message.length()) {
      throw new IOException("No space left in " + folder);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(message.bytes(), 0, message.length());
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Path file(Message name) {
    return Path.of(new String(name.bytes(), 0, name.length(), StandardCharsets.UTF_8));
  }

  /** Reads the content of a message that names a file. */
  static Message read(Message name) {
    try (InputStream in = Files.newInputStream(file(name))) {
      byte[] bytes = in.readAllBytes();
      return new Message(name.contentKind(), bytes, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("A message is lost: " + e.getMessage(), e);
    }
  }

  /** Deletes the file that a message names, if it names one. */
  static void delete(Message message) {
    if (message.isAside()) {
      try {
        Files.deleteIfExists(file(message));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
