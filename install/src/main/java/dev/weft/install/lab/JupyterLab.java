package dev.weft.install.lab;

import dev.weft.install.launch.Foreground;
import dev.weft.install.launch.Host;
import dev.weft.install.launch.Os;
import dev.weft.install.spec.CommandFailure;
import dev.weft.install.spec.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The user's JupyterLab, or one in a virtual environment of our own that is made when needed. */
public final class JupyterLab {
  private final Host host;
  private final Programs programs;
  private final PrintStream out;

  /**
   * Makes a finder.
   *
   * @param out where progress goes
   */
  public JupyterLab(Host host, PrintStream out) {
    this.host = host;
    this.programs = new Programs(host);
    this.out = out;
  }

  /**
   * Returns the command that starts JupyterLab; blocks while it is fetched, for minutes perhaps.
   *
   * @throws CommandFailure if there is none and none can be had
   */
  public List<String> command() throws IOException {
    Path installed = programs.find("jupyter");
    if (installed != null && works(installed)) {
      return List.of(installed.toString(), "lab");
    }
    Path environment = host.cacheFolder().resolve("lab").resolve("venv").toAbsolutePath();
    Path own = bin(environment).resolve(host.os().program("jupyter"));
    if (!works(own)) {
      make(environment);
    }
    if (!works(own)) {
      throw new CommandFailure(
          "JupyterLab was installed but does not start. Remove " + environment + " and try again");
    }
    return List.of(own.toString(), "lab");
  }

  private boolean works(Path jupyter) {
    return Files.isExecutable(jupyter)
        && programs.firstLine(List.of(jupyter.toString(), "lab", "--version")) != null;
  }

  private Path bin(Path environment) {
    return environment.resolve(host.os() == Os.WINDOWS ? "Scripts" : "bin");
  }

  private void make(Path environment) throws IOException {
    Path python = programs.python();
    if (python == null) {
      throw new CommandFailure("JupyterLab needs Python 3, and none is on PATH. " + pythonAdvice());
    }
    out.println("No JupyterLab found: making a private one in " + environment);
    out.println("[1/2] a virtual environment of " + python);
    run(
        List.of(python.toString(), "-m", "venv", "--clear", environment.toString()),
        "the virtual environment can't be made. " + venvAdvice());
    out.println("[2/2] JupyterLab from PyPI");
    Path own = bin(environment).resolve(host.os().program("python"));
    run(
        List.of(
            own.toString(), "-m", "pip", "install", "--disable-pip-version-check", "jupyterlab"),
        "pip could not install JupyterLab. Is there a network? A proxy goes into HTTPS_PROXY,"
            + " a mirror into PIP_INDEX_URL");
  }

  private void run(List<String> command, String complaint) throws IOException {
    if (Foreground.run(command, Map.of()) != 0) {
      throw new CommandFailure(complaint);
    }
  }

  private String pythonAdvice() {
    return switch (host.os()) {
      case LINUX -> "On Debian and Ubuntu: apt install python3 python3-venv";
      case MACOS -> "brew install python, or see https://www.python.org";
      case WINDOWS -> "winget install Python.Python.3.13, or see https://www.python.org";
    };
  }

  private String venvAdvice() {
    return host.os() == Os.LINUX
        ? "On Debian and Ubuntu: apt install python3-venv"
        : "Is Python complete?";
  }
}
