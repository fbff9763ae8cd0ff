package dev.weft.install.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts a kernel: the JDK's own {@code java}, without a launcher in between.
 *
 * @param java the program
 * @param home the kernel's home, with {@code front}, {@code worker} and {@code aot} in it
 */
public record KernelCommand(Path java, Path home) {
  /**
   * Options of the front's JVM. The compiler runs short bursts, most of which fit a young
   * generation of this size uncollected, as do the start and the first cell; one collector thread
   * and one compiler tier make it start sooner. Code is compiled after two fifths of the usual
   * number of calls: the first cells wait less, for a hundredth of a second more of the start.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.4",
          "-XX:-UsePerfData",
          "-Xms56m",
          "-Xmn40m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20");

  /** Warnings go to stderr, none about a cache that is missing or does not fit. */
  private static final List<String> QUIET =
      List.of("-Xlog:disable", "-Xlog:all=warning,aot*=off,cds*=off:stderr");

  /** Returns the command, up to and without the connection file. */
  public List<String> normal() {
    return with(List.of("-XX:AOTCache=" + home.resolve("aot").resolve("front.aot")));
  }

  /** Returns the command that also records a start-up cache when the kernel ends. */
  public List<String> training(Path cache) {
    List<String> options = new ArrayList<>(recording(cache));
    options.add("-Dweft.training=true");
    return with(options);
  }

  /**
   * Returns the options by which a JVM writes a start-up cache.
   *
   * <p>What methods did meanwhile is left out of it: at its start, the JVM would compile hundreds
   * of them at once, on the processors that front and worker need for theirs.
   */
  public static List<String> recording(Path cache) {
    return List.of(
        "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache);
  }

  private List<String> with(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(FLAGS);
    command.addAll(QUIET);
    command.addAll(options);
    command.add("-Dweft.home=" + home);
    command.add("-jar");
    command.add(home.resolve("front").resolve("weft-front.jar").toString());
    return command;
  }
}
