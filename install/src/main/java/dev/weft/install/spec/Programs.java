package dev.weft.install.spec;

import dev.weft.install.launch.Host;
import dev.weft.install.launch.Os;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The programs on {@code PATH}, and what they answer. */
public final class Programs {
  private static final long PATIENCE_SECONDS = 60;

  private final Host host;

  /** Makes a view of a machine's programs. */
  public Programs(Host host) {
    this.host = host;
  }

  /** Returns the first program of that name on {@code PATH}, or null where there is none. */
  public @Nullable Path find(String name) {
    for (Path folder : host.searchPath()) {
      Path program = folder.resolve(host.os().program(name));
      if (Files.isRegularFile(program) && Files.isExecutable(program)) {
        return program;
      }
    }
    return null;
  }

  /** Returns Python 3, or null where none is on {@code PATH}. */
  public @Nullable Path python() {
    Path python = find("python3");
    return python == null && host.os() == Os.WINDOWS ? find("python") : python;
  }

  /**
   * Runs a program and returns the first line that it prints, or null where it fails or prints
   * nothing. Blocks for a minute at most.
   */
  public @Nullable String firstLine(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      process
          .onExit()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .exceptionally(late -> process.destroyForcibly());
      try (var reader = process.inputReader(Charset.defaultCharset())) {
        String line = reader.readLine();
        reader.transferTo(java.io.Writer.nullWriter());
        return process.waitFor() == 0 ? line : null;
      }
    } catch (IOException unusable) {
      return null;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /**
   * Returns the prefix of the Python environment that {@code jupyter} would run in, or null where
   * there is none: an active environment, then the one of {@code jupyter} or Python on PATH.
   */
  public @Nullable Path pythonPrefix() {
    for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      Path active = host.folder(variable);
      if (active != null) {
        return active;
      }
    }
    Path interpreter = interpreterOf(find("jupyter"));
    Path python = interpreter == null ? python() : interpreter;
    if (python == null) {
      return null;
    }
    String line = firstLine(List.of(python.toString(), "-c", "import sys; print(sys.prefix)"));
    return line == null ? null : Path.of(line);
  }

  private static @Nullable Path interpreterOf(@Nullable Path script) {
    if (script == null) {
      return null;
    }
    try (var in = Files.newInputStream(script)) {
      String head = new String(in.readNBytes(512), java.nio.charset.StandardCharsets.UTF_8);
      String first = head.lines().findFirst().orElse("");
      Path interpreter = first.startsWith("#!/") ? Path.of(first.substring(2).strip()) : null;
      boolean python =
          interpreter != null && interpreter.getFileName().toString().startsWith("python");
      return python && Files.isExecutable(interpreter) ? interpreter : null;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
