package dev.weft.front.complete;

import dev.weft.front.complete.Proposal.Origin;
import dev.weft.front.interpreter.Completion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Offers the names of files. */
final class FileNames {

  private static final int MOST_READ = 5000;

  private FileNames() {}

  /**
   * Completes the path that ends at an offset.
   *
   * @param begun the path so far, relative to the folder of the notebook or absolute
   */
  static Completion complete(String begun, int cursor) {
    int slash = Math.max(begun.lastIndexOf('/'), begun.lastIndexOf('\\')) + 1;
    String typed = begun.substring(slash);
    Proposals proposals = new Proposals(typed);
    try {
      list(Path.of(folder(begun.substring(0, slash))), typed, proposals);
    } catch (IOException | InvalidPathException e) {
      return Completion.none(cursor);
    }
    return proposals.completion(cursor - typed.length(), cursor);
  }

  private static String folder(String begun) {
    return begun.startsWith("~/") ? System.getProperty("user.home") + begun.substring(1) : begun;
  }

  private static void list(Path folder, String typed, Proposals proposals) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      int read = 0;
      for (Path file : files) {
        if (read++ > MOST_READ) {
          return;
        }
        String name = String.valueOf(file.getFileName());
        boolean hidden = name.startsWith(".") && !typed.startsWith(".");
        if (!hidden && name.startsWith(typed)) {
          String text = Files.isDirectory(file) ? name + "/" : name;
          proposals.add(Proposal.plain(text, "path", Origin.LOCAL));
        }
      }
    }
  }
}
