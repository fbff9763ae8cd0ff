package dev.weft.process.child;

/** The names that JShell gives to classes. */
public final class ClassNames {

  private static final String WRAPPER = "REPL.$JShell$";

  private ClassNames() {}

  /** Returns whether the class is one that JShell has put around a cell's code. */
  public static boolean isWrapper(String className) {
    return className.startsWith(WRAPPER) && className.indexOf('$', WRAPPER.length()) < 0;
  }
}
