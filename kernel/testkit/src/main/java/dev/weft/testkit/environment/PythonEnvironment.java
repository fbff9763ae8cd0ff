package dev.weft.testkit.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A private virtual environment of Python with the packages of a requirements file.
 *
 * <pre>{@code
 * var python = PythonEnvironment.in(Path.of("target/venv"), Path.of("requirements.txt"));
 * python.program("jupyter").with("--version").run(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>It is made when it is missing, and made again when the file or Python's version has changed.
 */
public final class PythonEnvironment {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private final Path folder;

  private PythonEnvironment(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the environment in a folder that belongs to it alone.
   *
   * <p>Blocks while another process makes the same one, and while packages are downloaded.
   *
   * @throws MissingToolException if Python 3 or its {@code venv} is missing
   * @throws IOException if the packages can't be installed
   */
  public static PythonEnvironment in(Path folder, Path requirements)
      throws MissingToolException, IOException, InterruptedException {
    String wanted = fingerprint(pythonVersion(), requirements);
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
    PythonEnvironment environment = new PythonEnvironment(folder.toAbsolutePath());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (held.isValid() && !environment.fingerprint().equals(wanted)) {
        environment.make(requirements, wanted);
      }
    }
    return environment;
  }

  /**
   * Checks that this machine has what an environment is made from.
   *
   * @throws MissingToolException if it has not
   */
  public static void check() throws MissingToolException, InterruptedException {
    pythonVersion();
  }

  /** Returns a program of the environment, such as {@code python} or {@code jupyter}. */
  public Program program(String name) {
    return new Program(programs().resolve(name).toString());
  }

  /** Returns the folder of the environment's programs. */
  public Path programs() {
    return folder.resolve(WINDOWS ? "Scripts" : "bin");
  }

  private void make(Path requirements, String fingerprint)
      throws IOException, InterruptedException {
    delete(folder);
    new Program(systemPython(), "-m", "venv", folder.toString()).run(LIMIT).success();
    program("python")
        .with("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        .with("--requirement", requirements.toString())
        .run(LIMIT)
        .success();
    Path draft = Files.writeString(folder.resolve("fingerprint.tmp"), fingerprint);
    Files.move(draft, marker(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path marker() {
    return folder.resolve("fingerprint");
  }

  private String fingerprint() throws IOException {
    return Files.exists(marker()) ? Files.readString(marker()) : "";
  }

  private static String fingerprint(String pythonVersion, Path requirements) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(pythonVersion.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(requirements)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pythonVersion() throws MissingToolException, InterruptedException {
    Program probe = new Program(systemPython(), "-c", "import ensurepip, sys; print(sys.version)");
    Program.Result result;
    try {
      result = probe.run(Duration.ofMinutes(1));
    } catch (IOException e) {
      throw new MissingToolException("Python 3 is missing: apt-get install python3 python3-venv.");
    }
    if (result.exitCode() != 0) {
      throw new MissingToolException("Python's venv is missing: apt-get install python3-venv.");
    }
    return result.output();
  }

  private static String systemPython() {
    return WINDOWS ? "python" : "python3";
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
