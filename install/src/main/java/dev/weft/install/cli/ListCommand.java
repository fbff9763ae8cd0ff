package dev.weft.install.cli;

import dev.weft.install.spec.JupyterPaths;
import dev.weft.install.spec.KernelSpec;
import dev.weft.install.spec.Kernels;
import dev.weft.install.spec.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code weft list}: the kernels that this program installed. */
@Command(name = "list", description = "List the Java kernels that weft installed.")
final class ListCommand implements Callable<Integer> {
  private final Context context;

  ListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path prefix = new Programs(context.host()).pythonPrefix();
    List<Kernels.Found> ours =
        new JupyterPaths(context.host(), prefix)
            .kernelFolders().stream()
                .flatMap(folder -> Kernels.in(folder).stream())
                .filter(Kernels.Found::isOurs)
                .toList();
    if (ours.isEmpty()) {
      context.out().println("No kernel of Weft is installed. To add one: weft install");
    }
    ours.forEach(this::print);
    return 0;
  }

  private void print(Kernels.Found found) {
    KernelSpec spec = found.spec();
    if (spec == null) {
      return;
    }
    String java = spec.argv().isEmpty() ? "" : spec.argv().getFirst();
    String state = java.isEmpty() || Files.exists(Path.of(java)) ? "" : "  (its JDK is gone)";
    context
        .out()
        .printf("%-12s %-20s %s%s%n", found.name(), spec.displayName(), found.folder(), state);
  }
}
