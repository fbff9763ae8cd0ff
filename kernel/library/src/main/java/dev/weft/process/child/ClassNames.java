package dev.weft.process.child;

import java.util.regex.Pattern;

/** The names of a notebook's classes. */
public final class ClassNames {

  /** {@code REPL.$JShell$12} is JShell's name, {@code Cell-3} or {@code Cell-3-2} the kernel's. */
  private static final Pattern WRAPPER =
      Pattern.compile("(?:REPL\\.)?\\$JShell\\$[0-9A-Z_]+|Cell-[0-9-]+");

  private ClassNames() {}

  /** Returns whether the class is one that JShell has put around a cell's code. */
  public static boolean isWrapper(String className) {
    return WRAPPER.matcher(className).matches();
  }
}
