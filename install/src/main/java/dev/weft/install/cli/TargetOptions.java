package dev.weft.install.cli;

import dev.weft.install.launch.Host;
import dev.weft.install.spec.CommandFailure;
import dev.weft.install.spec.JupyterPaths;
import dev.weft.install.spec.Programs;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of Jupyter's folders a command works on; the user's where none is named. */
final class TargetOptions {
  @Option(names = "--user", description = "The folder of the current user (the default).")
  private boolean user;

  @Option(
      names = "--sys-prefix",
      description = "The folder of the Python environment in use (virtualenv, conda).")
  private boolean sysPrefix;

  @Option(
      names = "--prefix",
      paramLabel = "FOLDER",
      description = "The folder FOLDER/share/jupyter.")
  private @Nullable Path prefix;

  /** The data folder that the options name. */
  static Path data(@Nullable TargetOptions options, Host host) {
    if (options == null || options.user) {
      return new JupyterPaths(host, null).userData().toAbsolutePath();
    }
    return JupyterPaths.dataUnder(options.sysPrefix ? environment(host) : options.folder())
        .toAbsolutePath();
  }

  private Path folder() {
    return Objects.requireNonNull(prefix, "one option of the group is set");
  }

  private static Path environment(Host host) {
    Path environment = new Programs(host).pythonPrefix();
    if (environment == null) {
      throw new CommandFailure(
          "there is no Python environment for --sys-prefix: activate one, or use --prefix FOLDER");
    }
    return environment;
  }
}
