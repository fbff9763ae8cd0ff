package dev.weft.front.remote;

import java.util.ArrayList;
import java.util.List;

/** The command line of a worker JVM. */
final class WorkerCommand {

  /**
   * The kernel's own choices; a user's options come later and prevail. A cache that does not fit
   * goes unmentioned. Images are drawn where there is no screen, too. No -Xshare: the JVM refuses
   * it beside -XX:AOTCache.
   */
  private static final List<String> DEFAULTS =
      List.of(
          "-ea",
          "-Xlog:disable",
          "-Xlog:all=warning,aot*=off,cds*=off:stderr",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true",
          "-XX:+EnableDynamicAgentLoading",
          "--enable-native-access=ALL-UNNAMED");

  private WorkerCommand() {}

  static ProcessBuilder builder(WorkerOptions options, String address) {
    List<String> command = new ArrayList<>();
    command.add(options.javaHome().resolve("bin").resolve("java").toString());
    command.addAll(DEFAULTS);
    options.aotCache().ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
    command.addAll(options.jvmArguments());
    command.addAll(List.of("-jar", options.jar().toString(), address));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(options.workingDirectory().toFile());
    builder.environment().clear();
    builder.environment().putAll(options.environment());
    return builder;
  }
}
