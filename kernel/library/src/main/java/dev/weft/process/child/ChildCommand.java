package dev.weft.process.child;

import dev.weft.segment.Family;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of a child JVM: the same program as this one, with another main class. */
final class ChildCommand {

  /**
   * One collector thread, an end in place of a hang when memory is short, and little memory at
   * rest: archived classes lie where they need no change, so that all JVMs share them, and the
   * JVM's own threads look after monitors and handles less often than every second.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-XX:AsyncDeflationInterval=10000",
          "-XX:ServiceThreadCleanupInterval=20000",
          "-Xlog:disable",
          "-Xlog:all=warning,aot*=off,cds*=off,jfr*=off:stderr",
          "--enable-native-access=ALL-UNNAMED");

  /** Gives back every ten seconds what is not needed any more; other systems do not know it. */
  private static final String TRIM = "-XX:TrimNativeHeapInterval=10000";

  private final ChildSettings settings;
  private final boolean spare;
  private final List<String> own = InheritedOptions.own();
  private final Optional<String> cache;

  /**
   * Makes a command line.
   *
   * @param spare whether the child is started before it is needed
   */
  ChildCommand(ChildSettings settings, boolean spare) {
    this.settings = settings;
    this.spare = spare;
    cache = AotCache.option(own, spare);
  }

  /** Returns whether the JVM may have things to do at its end that this library knows not of. */
  boolean hasOwnOptions() {
    return !settings.jvmOptions().isEmpty() || cache.filter(AotCache::records).isPresent();
  }

  /**
   * Returns what starts the child.
   *
   * @param address where this process waits for it
   * @param depth how many of its ancestors are children themselves, it included
   */
  ProcessBuilder builder(String address, int depth) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    if (System.getProperty("os.name", "").equals("Linux")) {
      command.add(TRIM);
    }
    command.addAll(InheritedOptions.select(own));
    cache.ifPresent(command::add);
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
    program.add("--enable-native-access=" + module.getName());
    program.addAll(List.of("-m", module.getName() + "/" + ChildMain.class.getName()));
    return program;
  }

  /** The file that is always empty. */
  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }
}
