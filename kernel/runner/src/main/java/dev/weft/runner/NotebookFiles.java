package dev.weft.runner;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Reading text files with errors for people, and replacing them whole. */
final class NotebookFiles {
  private NotebookFiles() {}

  static String read(Path file) throws NotebookException {
    if (Files.isDirectory(file)) {
      throw new NotebookException(file + ": is a folder, not a notebook");
    }
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new NotebookException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new NotebookException(file + ": not JSON: its text is not UTF-8", e);
    } catch (IOException e) {
      throw new NotebookException(file + ": cannot be read: " + reason(e), e);
    }
  }

  /** Writes a file beside the target first and moves it there, so that no reader sees a half. */
  static void replace(Path file, String text) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.resolveSibling("").toAbsolutePath();
    Files.createDirectories(folder);
    String name = ".%s.%d.tmp".formatted(target.getFileName(), ProcessHandle.current().pid());
    Path temporary = folder.resolve(name);
    try {
      Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      keepPermissions(target, temporary);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target != null && Files.exists(from)) {
      target.setPermissions(Files.getPosixFilePermissions(from, LinkOption.NOFOLLOW_LINKS));
    }
  }

  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "access denied";
      case NoSuchFileException _ -> "no such folder";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
