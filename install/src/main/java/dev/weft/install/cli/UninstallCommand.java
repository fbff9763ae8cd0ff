package dev.weft.install.cli;

import dev.weft.install.spec.Installer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weft uninstall}: takes a kernel of ours away again. */
@Command(name = "uninstall", description = "Remove the Java kernel from Jupyter.")
final class UninstallCommand implements Callable<Integer> {
  private final Context context;

  @ArgGroup private @Nullable TargetOptions target;

  @Option(
      names = "--name",
      defaultValue = "java",
      converter = KernelName.class,
      description = "The kernel's name (default: ${DEFAULT-VALUE}).")
  private String name = "java";

  UninstallCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path removed = Installer.uninstall(TargetOptions.data(target, context.host()), name);
    context.out().println("Removed the kernel '" + name + "' from " + removed);
    return 0;
  }
}
