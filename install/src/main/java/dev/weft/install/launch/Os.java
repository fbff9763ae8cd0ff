package dev.weft.install.launch;

import java.util.Locale;

/** The operating systems that keep programs and data in different places. */
public enum Os {
  /** Linux and every other system that follows the XDG folders. */
  LINUX,
  /** Apple's macOS. */
  MACOS,
  /** Microsoft's Windows. */
  WINDOWS;

  /** Returns the system that a value of the property {@code os.name} stands for. */
  public static Os of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    return lower.startsWith("mac") || lower.contains("darwin") ? MACOS : LINUX;
  }

  /** Returns the file name of a program: {@code java} becomes {@code java.exe} on Windows. */
  public String program(String name) {
    return this == WINDOWS ? name + ".exe" : name;
  }
}
