package dev.weft.testkit.environment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The browser of this machine. */
public final class Chromium {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/snap/bin/chromium",
          "/usr/bin/google-chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

  private Chromium() {}

  /**
   * Returns the path of Chromium, or of a browser built from it.
   *
   * @throws MissingToolException if there is none in the usual places, nor in {@code WEFT_CHROMIUM}
   */
  public static Path find() throws MissingToolException {
    return Optional.ofNullable(System.getenv("WEFT_CHROMIUM")).map(Path::of).stream()
        .findFirst()
        .or(() -> PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst())
        .orElseThrow(
            () ->
                new MissingToolException(
                    "Chromium is missing: apt-get install chromium, or name it in WEFT_CHROMIUM."));
  }
}
