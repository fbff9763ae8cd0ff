package dev.weft.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Tells why a program was not started. */
final class ProgramSearch {

  private ProgramSearch() {}

  static ProgramStartException explain(ProgramSetup setup, IOException thrown) {
    Path directory = setup.directory().orElse(Path.of(""));
    Optional<String> reason =
        setup.commands().stream()
            .map(command -> reason(command.getFirst(), directory))
            .flatMap(Optional::stream)
            .findFirst();
    return new ProgramStartException(
        reason.orElseGet(() -> "[" + setup.commandLine() + "]: " + thrown.getMessage()), thrown);
  }

  private static Optional<String> reason(String program, Path directory) {
    if (ProgramRun.WINDOWS) {
      return Optional.empty();
    }
    if (program.indexOf('/') < 0) {
      String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
      return isOn(path, program)
          ? Optional.empty()
          : Optional.of("There is no program [" + program + "] on the PATH: " + path);
    }
    Path file = directory.resolve(program);
    if (!Files.exists(file)) {
      return Optional.of("There is no program [" + file + "]");
    }
    return Files.isExecutable(file) && !Files.isDirectory(file)
        ? Optional.empty()
        : Optional.of("[" + file + "] can't be run: it is not an executable file");
  }

  private static boolean isOn(String path, String program) {
    try {
      return Arrays.stream(path.split(File.pathSeparator))
          .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
