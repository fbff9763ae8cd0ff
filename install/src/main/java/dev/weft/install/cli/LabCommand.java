package dev.weft.install.cli;

import dev.weft.install.lab.JupyterLab;
import dev.weft.install.launch.Foreground;
import dev.weft.install.launch.Jdk;
import dev.weft.install.launch.JdkFinder;
import dev.weft.install.launch.LaunchException;
import dev.weft.install.spec.CommandFailure;
import dev.weft.install.spec.InstallRequest;
import dev.weft.install.spec.Installer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weft lab}: opens notebooks in JupyterLab, on this machine only. */
@Command(name = "lab", description = "Open notebooks in JupyterLab, which is fetched if needed.")
final class LabCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      arity = "0..1",
      paramLabel = "PLACE",
      description = "A notebook or folder (default: the workshop).")
  private @Nullable Path place;

  @Option(names = "--no-browser", description = "Print the address instead of opening a browser.")
  private boolean noBrowser;

  @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on.")
  private @Nullable Integer port;

  LabCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, LaunchException {
    Path opened = opened();
    Path kernels = registerKernel();
    List<String> command = new ArrayList<>(new JupyterLab(context.host(), context.out()).command());
    command.add("--ServerApp.ip=127.0.0.1");
    command.add("--ServerApp.allow_root=True");
    if (noBrowser) {
      command.add("--no-browser");
    }
    if (port != null) {
      command.add("--port=" + port);
    }
    command.add(opened.toAbsolutePath().toString());
    String others = context.host().variable("JUPYTER_PATH");
    String search = others == null ? kernels.toString() : kernels + File.pathSeparator + others;
    return Foreground.run(command, Map.of("JUPYTER_PATH", search));
  }

  private Path opened() {
    Path wanted = place == null ? workshop() : place;
    if (!Files.exists(wanted)) {
      throw new CommandFailure("there is no notebook or folder " + wanted);
    }
    return wanted;
  }

  /** The notebooks beside a jar that was built in the project; else the working folder. */
  private Path workshop() {
    for (Path up = context.jar().toAbsolutePath().getParent(); up != null; up = up.getParent()) {
      Path notebooks = up.resolve("notebooks");
      if (Files.isDirectory(notebooks) && Files.exists(up.resolve("pom.xml"))) {
        return notebooks;
      }
    }
    return Path.of("");
  }

  /**
   * A kernelspec for this program alone, found by JUPYTER_PATH; the user's own stay as they are.
   */
  private Path registerKernel() throws IOException, LaunchException {
    Path data = context.host().cacheFolder().resolve("lab").resolve("jupyter").toAbsolutePath();
    Jdk jdk = new JdkFinder(context.host()).find();
    new Installer(context.home(), context.version())
        .install(new InstallRequest(data, "java", "Java (Weft)", jdk, List.of(), Map.of(), false));
    return data;
  }
}
