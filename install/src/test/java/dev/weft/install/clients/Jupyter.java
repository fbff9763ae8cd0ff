package dev.weft.install.clients;

import dev.weft.testkit.environment.MissingToolException;
import dev.weft.testkit.environment.Program;
import dev.weft.testkit.environment.PythonEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Jupyter's clients from PyPI, with the installed kernel and a home folder of their own. */
final class Jupyter implements AutoCloseable {
  private final PythonEnvironment python;
  private final InstalledKernel kernel;
  private final Path home;

  private Jupyter(PythonEnvironment python, InstalledKernel kernel, Path home) {
    this.python = python;
    this.kernel = kernel;
    this.home = home;
  }

  /** Makes the environment where it is missing, and installs the kernel. */
  static Jupyter start() throws MissingToolException, IOException, InterruptedException {
    PythonEnvironment python =
        PythonEnvironment.in(root().resolve("target/venv"), resource("/requirements.txt"));
    Path home = Files.createTempDirectory("weft").toRealPath();
    return new Jupyter(python, InstalledKernel.under(home.resolve("pre fix")), home);
  }

  /** Returns the root of the source tree. */
  static Path root() {
    return Path.of(Objects.requireNonNull(System.getenv("WEFT_ROOT"), "WEFT_ROOT"));
  }

  /** Returns a file of the tests' resources. */
  static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Jupyter.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Returns the paths of the project's notebooks, in order. */
  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve("notebooks"))) {
      return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList().stream();
    }
  }

  String kernelName() {
    return kernel.name();
  }

  /** Returns a program of the virtual environment that sees this kernel and no other home. */
  Program program(String name) {
    return python.program(name).withEnvironment(environment());
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH", python.programs() + File.pathSeparator + System.getenv("PATH"),
        "HOME", home.toString(),
        "JUPYTER_PATH", kernel.data().toString(),
        "JUPYTER_DATA_DIR", home.resolve("data").toString(),
        "JUPYTER_CONFIG_DIR", home.resolve("config").toString(),
        "JUPYTER_RUNTIME_DIR", home.resolve("run").toString(),
        "IPYTHONDIR", home.resolve("ipython").toString(),
        "PYTHONDONTWRITEBYTECODE", "1",
        "WEFT_KERNEL", kernel.name());
  }

  @Override
  public void close() throws IOException {
    Folders.delete(home);
  }
}
