package dev.weft.install.cli;

/** Entry of the command line. */
public final class WeftMain {
  private WeftMain() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.out.println("hello " + java.util.List.of(arguments));
    System.exit(3);
  }
}
