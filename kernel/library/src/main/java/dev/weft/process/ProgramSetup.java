package dev.weft.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to run and how.
 *
 * @param commands the programs of a pipeline, at least one, each with its arguments
 * @param variables what to set in the environment, or to remove from it
 * @param checked whether failure is an exception
 * @param live whether the output is printed while it comes
 */
record ProgramSetup(
    List<List<String>> commands,
    Optional<Path> directory,
    Map<String, Optional<String>> variables,
    ProgramInput input,
    Optional<Duration> timeout,
    boolean checked,
    boolean live) {

  static ProgramSetup of(List<String> command) {
    return new ProgramSetup(
        List.of(command),
        Optional.empty(),
        Map.of(),
        ProgramInput.NONE,
        Optional.empty(),
        false,
        false);
  }

  ProgramSetup withCommand(List<String> command) {
    List<List<String>> all = new ArrayList<>(commands);
    all.add(command);
    return new ProgramSetup(List.copyOf(all), directory, variables, input, timeout, checked, live);
  }

  ProgramSetup withDirectory(Path path) {
    return new ProgramSetup(commands, Optional.of(path), variables, input, timeout, checked, live);
  }

  ProgramSetup withVariable(String name, Optional<String> value) {
    Objects.requireNonNull(name, "The name of the variable is null");
    if (name.isEmpty() || name.indexOf('=') >= 0 || (name + value).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("[" + name + "] can't be a variable of the environment");
    }
    Map<String, Optional<String>> all = new LinkedHashMap<>(variables);
    all.put(name, value);
    return new ProgramSetup(commands, directory, all, input, timeout, checked, live);
  }

  ProgramSetup withInput(ProgramInput from) {
    return new ProgramSetup(commands, directory, variables, from, timeout, checked, live);
  }

  ProgramSetup withTimeout(Duration limit) {
    return new ProgramSetup(
        commands, directory, variables, input, Optional.of(limit), checked, live);
  }

  ProgramSetup withChecked() {
    return new ProgramSetup(commands, directory, variables, input, timeout, true, live);
  }

  ProgramSetup withLive() {
    return new ProgramSetup(commands, directory, variables, input, timeout, checked, true);
  }

  /**
   * Returns what starts the programs.
   *
   * @throws ProgramStartException if the directory or the file to read is missing
   */
  List<ProcessBuilder> builders() {
    requireThat(directory.stream().allMatch(Files::isDirectory), "no directory", directory);
    requireThat(
        input.file().stream().allMatch(Files::isReadable), "no readable file", input.file());
    List<ProcessBuilder> builders = new ArrayList<>();
    for (List<String> each : commands) {
      ProcessBuilder builder = new ProcessBuilder(each);
      directory.ifPresent(path -> builder.directory(path.toFile()));
      variables.forEach((name, value) -> set(builder.environment(), name, value));
      builders.add(builder);
    }
    input.file().ifPresent(path -> builders.getFirst().redirectInput(path.toFile()));
    return builders;
  }

  private static void requireThat(boolean there, String what, Optional<Path> path) {
    if (!there) {
      throw new ProgramStartException("There is " + what + " [" + path.orElseThrow() + "]");
    }
  }

  private static void set(Map<String, String> environment, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> environment.put(name, text), () -> environment.remove(name));
  }

  String commandLine() {
    return commands.stream()
        .map(each -> each.stream().map(ProgramSetup::quoted).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  private static String quoted(String word) {
    boolean plain =
        !word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || "'\"|".indexOf(c) >= 0);
    return plain ? word : "'" + word + "'";
  }
}
