package dev.weft.process.child;

import dev.weft.segment.Family;
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
    List<String> own = InheritedOptions.own();
    command.addAll(InheritedOptions.select(own));
    AotCache.option(own, spare).ifPresent(command::add);
    command.addAll(settings.jvmOptions());
    command.addAll(program());
    command.addAll(List.of(address, Integer.toString(depth), Boolean.toString(spare)));
    ProcessBuilder builder = new ProcessBuilder(command);
    settings.directory().ifPresent(folder -> builder.directory(folder.toFile()));
    builder.environment().put(Family.VARIABLE, Family.forChildren());
    builder.environment().putAll(settings.environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    return builder;
  }

  /** Where the classes are, and the main class: as a module where this library is one. */
  private static List<String> program() {
    List<String> program = new ArrayList<>();
    String classPath = System.getProperty("java.class.path", "");
    if (!classPath.isEmpty()) {
      program.addAll(List.of("-cp", classPath));
    }
    Module module = ChildMain.class.getModule();
    if (!module.isNamed()) {
      program.add(ChildMain.class.getName());
      return program;
    }
    program.addAll(List.of("-p", System.getProperty("jdk.module.path", "")));
    program.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    program.addAll(List.of("-m", module.getName() + "/" + ChildMain.class.getName()));
    return program;
  }

  /** The file that is always empty. */
  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }
}
