package dev.weft.trace.flight;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The folder that the JDK's flight recorder keeps for its files, named by a time and the process.
 *
 * <p>The recorder deletes it when its JVM ends by itself, so that of those that are killed it stays
 * behind; and makes it anew when it is not there.
 */
final class RecorderFolder {

  private static final String PROCESS = "_" + ProcessHandle.current().pid();
  private static final Pattern NAME = Pattern.compile("\\d{4}(_\\d\\d){5}" + PROCESS);

  private RecorderFolder() {}

  /** Deletes that of this process if no recording has files in it. */
  static void deleteEmpty() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "*" + PROCESS)) {
      for (Path each : folders) {
        if (NAME.matcher(each.getFileName().toString()).matches()) {
          Files.delete(each);
        }
      }
    } catch (IOException e) {
      // it has files, or there is none
    }
  }
}
