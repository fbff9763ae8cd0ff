package dev.weft.segment;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What goes wrong with files, in words. */
final class Messages {

  private static final long KIBI = 1024;

  private Messages() {}

  static String of(IOException problem) {
    return switch (problem) {
      case NoSuchFileException e -> "the process that made it has closed it or ended";
      case AccessDeniedException e -> "it belongs to another user (" + e.getFile() + ")";
      default -> String.valueOf(problem.getMessage());
    };
  }

  static String size(long bytes) {
    if (bytes < KIBI * KIBI) {
      return bytes < KIBI ? bytes + " bytes" : bytes / KIBI + " KB";
    }
    return String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KIBI * KIBI));
  }
}
