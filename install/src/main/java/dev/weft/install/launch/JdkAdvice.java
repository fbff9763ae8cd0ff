package dev.weft.install.launch;

import java.nio.file.Path;
import java.util.Map;

/** Words for a user who has no JDK that fits. */
final class JdkAdvice {
  private static final int SHOWN = 5;

  private JdkAdvice() {}

  static String wanted() {
    return "Weft needs a JDK " + Jdk.REQUIRED + " or newer.";
  }

  static String missing(Os os, Map<Path, String> rejected) {
    StringBuilder text = new StringBuilder("no JDK found. ").append(wanted());
    int shown = 0;
    for (Map.Entry<Path, String> entry : rejected.entrySet()) {
      if (shown++ == SHOWN) {
        text.append("\n  ... and ").append(rejected.size() - SHOWN).append(" more");
        break;
      }
      text.append("\n  ").append(entry.getKey()).append(' ').append(entry.getValue());
    }
    text.append("\nTo get one: ").append(how(os));
    return text.append("\nIf you have one in an unusual place, set WEFT_JAVA_HOME to its folder.")
        .toString();
  }

  private static String how(Os os) {
    String download = "download it from https://adoptium.net";
    switch (os) {
      case WINDOWS:
        return "winget install EclipseAdoptium.Temurin.25.JDK, or " + download;
      case MACOS:
        return "brew install --cask temurin@25, or " + download;
      default:
        return "sdk install java 25-tem, or apt install openjdk-25-jdk where your system has it, or"
            + " "
            + download;
    }
  }
}
