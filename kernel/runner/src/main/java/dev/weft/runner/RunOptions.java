package dev.weft.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How notebooks are run and what becomes of them.
 *
 * <pre>{@code
 * RunOptions options = RunOptions.DEFAULT.with(new RunOptions.Target.InPlace());
 * }</pre>
 *
 * @param target where the executed notebooks go
 * @param allowErrors whether cells are run after one that failed
 * @param timeout the longest time for one cell, after which it is interrupted; empty for none
 * @param recordTiming whether each cell's times are kept in its metadata
 * @param colour whether escape sequences for colours may be printed
 * @param parameters values for notebooks' parameters, by name
 */
public record RunOptions(
    Target target,
    boolean allowErrors,
    Optional<Duration> timeout,
    boolean recordTiming,
    boolean colour,
    Map<String, String> parameters) {

  /** Prints only, stops at the first error, without time limit, colours or parameters. */
  public static final RunOptions DEFAULT =
      new RunOptions(new Target.Nowhere(), false, Optional.empty(), false, false, Map.of());

  /** Keeps its own copy of the parameters. */
  public RunOptions {
    parameters = Map.copyOf(parameters);
  }

  /** Where executed notebooks go. */
  public sealed interface Target {
    /** They are not kept. */
    record Nowhere() implements Target {}

    /** The one notebook goes to this file, also when a cell has failed. */
    record ToFile(Path file) implements Target {}

    /** They go to this folder under their names, also when a cell has failed. */
    record ToDirectory(Path directory) implements Target {}

    /** They replace the files that were read, except where a cell has failed. */
    record InPlace() implements Target {}
  }

  /** Returns these options with another target. */
  public RunOptions with(Target other) {
    return new RunOptions(other, allowErrors, timeout, recordTiming, colour, parameters);
  }
}
