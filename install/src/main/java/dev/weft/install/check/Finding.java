package dev.weft.install.check;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param level whether it is as it should be
 * @param what what was found, in one line
 * @param remedy what to do about it
 */
public record Finding(Level level, String what, Optional<String> remedy) {
  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    GOOD,
    /** Worth knowing; the kernel works all the same. */
    NOTE,
    /** The kernel can't work. */
    BAD
  }

  static Finding good(String what) {
    return new Finding(Level.GOOD, what, Optional.empty());
  }

  static Finding note(String what, String remedy) {
    return new Finding(Level.NOTE, what, Optional.of(remedy));
  }

  static Finding bad(String what, String remedy) {
    return new Finding(Level.BAD, what, Optional.of(remedy));
  }
}
