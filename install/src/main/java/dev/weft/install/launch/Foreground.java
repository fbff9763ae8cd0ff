package dev.weft.install.launch;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A program that takes this one's place at the terminal until it ends. */
public final class Foreground {
  private Foreground() {}

  /**
   * Runs a program with this one's input, output and working folder, and returns its exit code.
   *
   * <p>Blocks until it ends. When this JVM is told to end, the program is told too and waited for.
   *
   * @param variables environment variables to set for it
   * @throws IOException if the program can't be started
   */
  public static int run(List<String> command, Map<String, String> variables) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(variables);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Ending(process));
    return waitFor(process);
  }

  /** Takes the program along when this JVM ends; a class, since a first lambda costs 30 ms. */
  private static final class Ending extends Thread {
    private final Process process;

    Ending(Process process) {
      super("end-child");
      this.process = process;
    }

    @Override
    public void run() {
      process.destroy();
      waitFor(process);
    }
  }

  private static int waitFor(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
