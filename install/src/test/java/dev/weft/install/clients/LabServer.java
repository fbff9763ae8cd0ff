package dev.weft.install.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running JupyterLab on the loopback interface. */
final class LabServer implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/lab");
  private static final String SETTINGS = Jupyter.resource("/clients/lab-settings").toString();
  private static final String TOKEN = "for-tests-on-loopback-only";

  private final Process process;
  private final String origin;

  private LabServer(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /**
   * Starts JupyterLab and returns when it accepts connections.
   *
   * @param folder what its file browser shows
   * @param log file for what it prints
   */
  static LabServer start(Jupyter jupyter, Path folder, Path log) throws IOException {
    Process process =
        jupyter
            .program("jupyter")
            .with("lab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1")
            .with("--ServerApp.port=0", "--IdentityProvider.token=" + TOKEN)
            .with("--ServerApp.root_dir=" + folder)
            .withEnvironment(Map.of("JUPYTERLAB_SETTINGS_DIR", SETTINGS))
            .builder()
            .redirectErrorStream(true)
            .start();
    Writer writer = Files.newBufferedWriter(log);
    BufferedReader output = process.inputReader();
    String origin = awaitAddress(output, writer);
    Thread.ofVirtual().start(() -> copy(output, writer));
    return new LabServer(process, origin);
  }

  private static String awaitAddress(BufferedReader output, Writer log) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      log.append(line).append('\n').flush();
      seen.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find() && !address.group(1).equals("0")) {
        return "http://127.0.0.1:" + address.group(1);
      }
    }
    throw new IOException("JupyterLab ended before it listened:\n" + seen);
  }

  private static void copy(BufferedReader output, Writer log) {
    try (log) {
      output.transferTo(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of a notebook in a workspace of its own. */
  String address(String notebook) {
    return origin + "/lab/workspaces/test/tree/" + notebook + "?reset&token=" + TOKEN;
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    process.onExit().join();
  }
}
