package dev.weft.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A program of the system, or a pipeline of programs, and how to run it.
 *
 * <pre>{@code
 * var r = Program.of("grep", "-c", "a").in("/tmp").env("LANG", "C").stdin("a\nb\n")
 *     .timeout(Duration.ofSeconds(10)).check().run();
 * r.stdout();                                              // "1\n"
 *
 * Program.of("cat", "words.txt").pipe("sort").pipe("uniq", "-c").run().lines();
 * }</pre>
 *
 * <p>Both outputs are read while the program runs, so that it never waits for a reader; they are
 * bounded by memory alone. Without an input of its own the program reads nothing: its standard
 * input is at its end. Immutable: each method returns another program. A program can be run many
 * times, by any thread.
 */
public final class Program {

  private final ProgramSetup setup;

  private Program(ProgramSetup setup) {
    this.setup = setup;
  }

  /**
   * Returns a program with its arguments.
   *
   * @param command the program's name or path, and its arguments, each as it is: nothing is split
   *     or expanded
   * @throws IllegalArgumentException if it is empty
   */
  public static Program of(String... command) {
    return of(Arrays.asList(command));
  }

  /**
   * Returns a program with its arguments; as {@link #of(String...)}.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public static Program of(List<String> command) {
    return new Program(ProgramSetup.of(words(command)));
  }

  /**
   * Returns a line that the system's shell runs: {@code sh -c}, or {@code cmd /c} on Windows. Text
   * from elsewhere does not belong into it: give it as an argument of a program.
   *
   * @throws IllegalArgumentException if the line is blank
   */
  public static Program shell(String line) {
    if (Objects.requireNonNull(line, "The line for the shell is null").isBlank()) {
      throw new IllegalArgumentException("The line for the shell is empty");
    }
    return ProgramRun.WINDOWS ? of("cmd", "/c", line) : of("sh", "-c", line);
  }

  private static List<String> words(List<String> command) {
    for (String each : Objects.requireNonNull(command, "The command is null")) {
      Objects.requireNonNull(each, () -> "The command " + command + " has a null argument");
      if (each.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("The command " + command + " has a character 0");
      }
    }
    if (command.isEmpty() || command.getFirst().isBlank()) {
      throw new IllegalArgumentException("The command " + command + " names no program");
    }
    return List.copyOf(command);
  }

  /**
   * Adds a program to the pipeline, which reads what the last one writes. All have the same
   * directory and environment.
   *
   * @throws IllegalArgumentException if the command is empty
   */
  public Program pipe(String... command) {
    return new Program(setup.withCommand(words(Arrays.asList(command))));
  }

  /** Runs in that directory, instead of this process's own. */
  public Program in(Path directory) {
    Objects.requireNonNull(directory, "The directory is null");
    return new Program(setup.withDirectory(directory));
  }

  /** Runs in that directory, instead of this process's own. */
  public Program in(String directory) {
    return in(Path.of(directory));
  }

  /**
   * Sets a variable of the environment; the others are this process's own.
   *
   * @throws IllegalArgumentException if the name is empty or has a {@code =} or a character 0
   */
  public Program env(String name, String value) {
    Objects.requireNonNull(value, () -> "The value of the variable [" + name + "] is null");
    return new Program(setup.withVariable(name, Optional.of(value)));
  }

  /**
   * Removes a variable from the environment.
   *
   * @throws IllegalArgumentException if the name is empty or has a {@code =} or a character 0
   */
  public Program withoutEnv(String name) {
    return new Program(setup.withVariable(name, Optional.empty()));
  }

  /** Gives the program a text to read, in UTF-8. It may end without having read it all. */
  public Program stdin(String text) {
    Objects.requireNonNull(text, "The text to read is null");
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives the program bytes to read. It may end without having read them all. */
  public Program stdin(byte[] bytes) {
    Objects.requireNonNull(bytes, "The bytes to read are null");
    return new Program(setup.withInput(ProgramInput.of(bytes)));
  }

  /** Gives the program a file to read. */
  public Program stdin(Path file) {
    Objects.requireNonNull(file, "The file to read is null");
    return new Program(setup.withInput(ProgramInput.of(file)));
  }

  /**
   * Ends the program, and those that it has started, when it runs longer.
   *
   * @throws IllegalArgumentException if it is not above zero
   */
  public Program timeout(Duration timeout) {
    Objects.requireNonNull(timeout, "The time-out is null");
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("The time-out [" + timeout + "] is not above zero");
    }
    return new Program(setup.withTimeout(timeout));
  }

  /** Makes {@link #run} throw unless {@link ProgramResult#isSuccess}. */
  public Program check() {
    return new Program(setup.withChecked());
  }

  /**
   * Prints each line, while the program runs, to {@code System.out} and {@code System.err}: in a
   * notebook, in the cell that runs it. The result has the output too.
   */
  public Program live() {
    return new Program(setup.withLive());
  }

  /**
   * Runs it and waits for its end and for its output's.
   *
   * <p>When a program that it has started, such as a server, keeps its outputs open, what comes
   * later than about half a second after its end is dropped.
   *
   * @throws ProgramStartException if there is no such program, directory or file
   * @throws ProgramTimeoutException if its time is over; it has the output up to then
   * @throws ProgramFailedException if it is checked and has failed
   * @throws InterruptedException if the caller is interrupted; the program and those that it has
   *     started are ended
   * @throws OutOfMemoryError if the output does not fit into the memory; the program is ended
   */
  public ProgramResult run() throws InterruptedException {
    return ProgramRun.run(setup);
  }

  /** Returns the command line, for people. */
  @Override
  public String toString() {
    return setup.commandLine();
  }
}
