package dev.weft.install.cli;

import dev.weft.install.aot.AotTrainer;
import dev.weft.install.launch.Jdk;
import dev.weft.install.launch.JdkFinder;
import dev.weft.install.launch.LaunchException;
import dev.weft.install.spec.InstallRequest;
import dev.weft.install.spec.Installer;
import dev.weft.install.spec.JupyterPaths;
import dev.weft.install.spec.KernelCommand;
import dev.weft.install.spec.KernelSpec;
import dev.weft.install.spec.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weft install}: makes the kernel known to Jupyter. */
@Command(name = "install", description = "Add the Java kernel to Jupyter.", sortOptions = false)
final class InstallCommand implements Callable<Integer> {
  private final Context context;

  @ArgGroup private @Nullable TargetOptions target;

  @Option(
      names = "--name",
      defaultValue = "java",
      converter = KernelName.class,
      description = "The name by which notebooks ask for it (default: ${DEFAULT-VALUE}).")
  private String name = "java";

  @Option(
      names = "--display-name",
      paramLabel = "TEXT",
      defaultValue = "Java (Weft)",
      description = "What Jupyter shows (default: ${DEFAULT-VALUE}).")
  private String displayName = "Java (Weft)";

  @Option(names = "--jdk", paramLabel = "FOLDER", description = "The JDK to run on, 25 or newer.")
  private @Nullable Path jdk;

  @Option(
      names = "--jvm-arg",
      paramLabel = "OPTION",
      description = "An option for the JVM that runs your code, such as -Xmx2g; repeatable.")
  private List<String> jvmArgs = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "An environment variable for the kernel; repeatable.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Mixin private ChosenOptions chosen = new ChosenOptions();

  @Option(names = "--force", description = "Replace another program's kernel of that name.")
  private boolean force;

  @Option(names = "--no-aot", description = "Don't record start-up caches; starts are slower.")
  private boolean noAot;

  InstallCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, LaunchException, InterruptedException {
    Jdk found = chooseJdk();
    Map<String, String> variables = chosen.variables();
    variables.putAll(environment);
    Path data = TargetOptions.data(target, context.host());
    Installer installer = new Installer(context.home(), context.version());
    Installer.Installed installed =
        installer.install(
            new InstallRequest(data, name, displayName, found, jvmArgs, variables, force));
    PrintStream out = context.out();
    out.println("Installed the kernel '" + name + "' (" + displayName + ")");
    out.println("  kernelspec  " + installed.folder());
    out.println("  JDK         " + found.home() + " (" + found.version() + ")");
    hiddenBy(installed.folder())
        .ifPresent(other -> out.println("  note        " + other + " has the same name and wins"));
    if (!noAot) {
      train(new KernelCommand(found.java(), installed.home()));
    }
    return 0;
  }

  private Jdk chooseJdk() throws LaunchException {
    JdkFinder finder = new JdkFinder(context.host());
    return jdk == null ? finder.find() : finder.explicit("--jdk", jdk.toAbsolutePath().toString());
  }

  /** The kernelspec that Jupyter takes instead of this one, if it finds one earlier. */
  private Optional<Path> hiddenBy(Path folder) {
    Path prefix = new Programs(context.host()).pythonPrefix();
    return new JupyterPaths(context.host(), prefix)
        .kernelFolders().stream()
            .map(kernels -> kernels.toAbsolutePath().resolve(name))
            .filter(other -> Files.exists(other.resolve(KernelSpec.FILE)))
            .findFirst()
            .filter(other -> !other.equals(folder));
  }

  private void train(KernelCommand command) throws InterruptedException {
    PrintStream out = context.out();
    out.print("  start-up    recording caches, a few seconds ...");
    out.flush();
    switch (new AotTrainer(command).train()) {
      case AotTrainer.Outcome.Fits(long bytes) -> out.println(" done (" + (bytes >> 20) + " MB)");
      case AotTrainer.Outcome.Missing(String reason) ->
          out.println(" none, the kernel starts more slowly: " + reason);
    }
  }
}
