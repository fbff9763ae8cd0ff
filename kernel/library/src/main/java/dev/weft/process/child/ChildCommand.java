package dev.weft.process.child;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM: the same program as this one, with another main class. */
final class ChildCommand {

  /** One collector thread, and an end in place of a hang when memory is short. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "-Xlog:all=warning,aot*=off,cds*=off:stderr",
          "--enable-native-access=ALL-UNNAMED");

  private ChildCommand() {}

  static ProcessBuilder builder(ChildSettings settings, String address, int depth, boolean spare) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(InheritedOptions.get());
    command.addAll(settings.jvmOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ChildMain.class.getName(), address, Integer.toString(depth)));
    command.add(Boolean.toString(spare));
    ProcessBuilder builder = new ProcessBuilder(command);
    settings.directory().ifPresent(folder -> builder.directory(folder.toFile()));
    builder.environment().putAll(settings.environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    return builder;
  }

  /** The file that is always empty. */
  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }
}
