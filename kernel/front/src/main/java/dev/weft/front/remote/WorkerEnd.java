package dev.weft.front.remote;

import java.util.List;

/**
 * How a worker ended.
 *
 * @param description a clause that continues "the worker", as {@code exited with status 3}
 * @param lastErrorLines the last lines that it wrote to its standard error
 */
public record WorkerEnd(String description, List<String> lastErrorLines) {

  /** Keeps its own unmodifiable copy. */
  public WorkerEnd {
    lastErrorLines = List.copyOf(lastErrorLines);
  }

  /** Describes the exit value of a process, in which Unix puts 128 and the signal's number. */
  static WorkerEnd of(int exitValue, List<String> lastErrorLines) {
    return new WorkerEnd(describe(exitValue), lastErrorLines);
  }

  private static String describe(int exitValue) {
    return switch (exitValue - 128) {
      case 1 -> "was killed by SIGHUP";
      case 2 -> "was killed by SIGINT";
      case 6 -> "crashed (SIGABRT)";
      case 7 -> "crashed (SIGBUS)";
      case 9 -> "was killed by SIGKILL, perhaps because memory ran out";
      case 11 -> "crashed (SIGSEGV)";
      case 15 -> "was ended by SIGTERM";
      default -> "exited with status " + exitValue;
    };
  }
}
