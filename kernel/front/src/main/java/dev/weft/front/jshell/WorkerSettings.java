package dev.weft.front.jshell;

import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.WorkerControl;
import dev.weft.front.remote.WorkerEnd;
import dev.weft.front.remote.WorkerLauncher;
import dev.weft.front.remote.WorkerOptions;
import dev.weft.front.remote.WorkerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the worker was started with, and what the next one is; for the thread that runs cells. */
final class WorkerSettings implements WorkerControl {

  private final WorkerSession session;
  private final Function<WorkerOptions, WorkerLauncher> launchers;
  private final Workbench workbench;
  private WorkerOptions options;

  WorkerSettings(WorkerSession session, WorkerStart start, Workbench workbench) {
    this.session = session;
    this.launchers = start.launchers();
    this.workbench = workbench;
    options = start.options();
  }

  /** How workers are started, and the options of the first. */
  record WorkerStart(Function<WorkerOptions, WorkerLauncher> launchers, WorkerOptions options) {}

  @Override
  public List<String> options() {
    return options.jvmArguments();
  }

  @Override
  public Restarted restart(List<String> arguments) throws MagicException {
    if (session.isAnsweringCall()) {
      throw new MagicException(
          "Java code waits for this magic, so the JVM that runs it can't be started anew; write the"
              + " magic on a line of its own.");
    }
    WorkerOptions wanted = options.withJvmArguments(arguments);
    Optional<Compiler> compiler = workbench.compilerFor(arguments);
    Optional<WorkerEnd> end = session.restart(launchers.apply(wanted));
    if (end.isPresent()) {
      compiler.ifPresent(unused -> unused.shell().close());
      throw new MagicException(
          "No JVM starts with these options, so the one before goes on. It "
              + end.get().description()
              + ": "
              + String.join(" ", end.get().lastErrorLines()));
    }
    options = wanted;
    List<String> reset = workbench.tools().declarations().variables().names();
    return new Restarted(reset, compiler.map(workbench::use).orElse(List.of()));
  }

  @Override
  public Path directory() {
    return options.workingDirectory();
  }

  @Override
  public boolean isFresh() {
    return workbench.tools().declarations().isEmpty();
  }

  @Override
  public void changeDirectory(Path directory) {
    options = options.withWorkingDirectory(directory);
  }

  @Override
  public Map<String, String> environment() {
    return options.environment();
  }

  @Override
  public void setEnvironment(String name, String value) {
    Map<String, String> variables = new TreeMap<>(options.environment());
    variables.put(name, value);
    options = options.withEnvironment(variables);
  }

  @Override
  public void unsetEnvironment(String name) {
    Map<String, String> variables = new TreeMap<>(options.environment());
    variables.remove(name);
    options = options.withEnvironment(variables);
  }
}
