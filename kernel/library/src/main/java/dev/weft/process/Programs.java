package dev.weft.process;

/**
 * Runs programs of the system in one call, which returns what they have printed.
 *
 * <pre>{@code
 * Programs.run("ls", "-l").stdout();
 * Programs.shell("ls | wc -l").exitCode();
 * Program.of("sort").stdin("b\na\n").check().run().lines();     // [a, b]
 * }</pre>
 *
 * <p>{@link Program} has the options. Any thread may call the methods; each call runs a program of
 * its own.
 */
public final class Programs {

  private Programs() {}

  /**
   * Runs a program and waits for its end; as {@link Program#run}.
   *
   * @param command the program and its arguments, each as it is: nothing is split or expanded
   * @throws IllegalArgumentException if the command is empty
   * @throws ProgramStartException if there is no such program
   * @throws InterruptedException if the caller is interrupted; the program is ended
   */
  public static ProgramResult run(String... command) throws InterruptedException {
    return Program.of(command).run();
  }

  /**
   * Runs a line of the system's shell and waits for its end; as {@link Program#run}.
   *
   * @throws IllegalArgumentException if the line is blank
   * @throws InterruptedException if the caller is interrupted; the programs are ended
   */
  public static ProgramResult shell(String line) throws InterruptedException {
    return Program.shell(line).run();
  }
}
