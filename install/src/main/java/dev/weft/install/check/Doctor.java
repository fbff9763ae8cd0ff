package dev.weft.install.check;

import com.google.gson.JsonObject;
import dev.weft.install.aot.AotTrainer;
import dev.weft.install.launch.Host;
import dev.weft.install.launch.Jdk;
import dev.weft.install.launch.JdkFinder;
import dev.weft.install.launch.LaunchException;
import dev.weft.install.probe.KernelClient;
import dev.weft.install.probe.KernelEndedException;
import dev.weft.install.probe.KernelProcess;
import dev.weft.install.spec.JupyterPaths;
import dev.weft.install.spec.KernelCommand;
import dev.weft.install.spec.KernelSpec;
import dev.weft.install.spec.Kernels;
import dev.weft.install.spec.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at all that a kernel needs, from the JDK to a kernel that answers. */
public final class Doctor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Host host;
  private final Path home;

  /**
   * Makes a doctor.
   *
   * @param home the folder that {@code weft.jar} was unpacked to
   */
  public Doctor(Host host, Path home) {
    this.host = host;
    this.home = home;
  }

  /** Looks at everything and tells each finding at once; blocks while a kernel starts. */
  public void examine(Consumer<Finding> findings) {
    Programs programs = new Programs(host);
    findings.accept(jdk());
    findings.accept(jupyter(programs));
    Map<String, Kernels.Found> kernels = kernels(programs);
    kernels.values().forEach(found -> kernel(found, findings));
    if (kernels.values().stream().noneMatch(Kernels.Found::isOurs)) {
      findings.accept(Finding.note("no kernel of Weft is installed", "weft install"));
    }
  }

  private Finding jdk() {
    try {
      Jdk jdk = new JdkFinder(host).find();
      return Finding.good("JDK " + jdk.version() + " in " + jdk.home());
    } catch (LaunchException missing) {
      return Finding.bad("no JDK", String.valueOf(missing.getMessage()));
    }
  }

  private static Finding jupyter(Programs programs) {
    Path jupyter = programs.find("jupyter");
    if (jupyter == null) {
      return Finding.note(
          "no jupyter on PATH",
          "weft lab fetches JupyterLab for itself; weft run needs none; else: pip install"
              + " jupyterlab");
    }
    String version = programs.firstLine(List.of(jupyter.toString(), "lab", "--version"));
    return version == null
        ? Finding.note(jupyter + " has no JupyterLab", "pip install jupyterlab, or use weft lab")
        : Finding.good("JupyterLab " + version + " (" + jupyter + ")");
  }

  /** The kernels that Jupyter sees: of two with one name the first. */
  private Map<String, Kernels.Found> kernels(Programs programs) {
    Map<String, Kernels.Found> kernels = new LinkedHashMap<>();
    for (Path folder : new JupyterPaths(host, programs.pythonPrefix()).kernelFolders()) {
      for (Kernels.Found found : Kernels.in(folder)) {
        kernels.putIfAbsent(found.name(), found);
      }
    }
    return kernels;
  }

  private void kernel(Kernels.Found found, Consumer<Finding> findings) {
    KernelSpec spec = found.spec();
    if (spec == null) {
      findings.accept(
          Finding.note(
              "kernel '" + found.name() + "' has a broken " + KernelSpec.FILE,
              "remove " + found.folder()));
    } else if (spec.isOurs()) {
      ours(found, spec, findings);
    } else if (found.name().equals("java")) {
      findings.accept(
          Finding.note(
              "kernel 'java' in " + found.folder() + " belongs to another program",
              "weft install --force replaces it, weft install --name weft stands beside it"));
    }
  }

  private void ours(Kernels.Found found, KernelSpec spec, Consumer<Finding> findings) {
    String name = "kernel '" + found.name() + "'";
    String again = "weft install --name " + found.name();
    Path gone = missingFile(spec);
    if (gone != null) {
      findings.accept(Finding.bad(name + " needs " + gone + ", which is gone", again));
      return;
    }
    findings.accept(Finding.good(name + " (" + spec.displayName() + ") in " + found.folder()));
    OptionFindings.of(name, host.environment(), spec.environment()).forEach(findings);
    findings.accept(cache(name, spec, again));
    findings.accept(answer(name, spec, again));
  }

  private static @Nullable Path missingFile(KernelSpec spec) {
    List<String> argv = spec.argv();
    Path java = Path.of(argv.getFirst());
    if (!Files.exists(java)) {
      return java;
    }
    int jar = argv.indexOf("-jar") + 1;
    Path front = Path.of(argv.get(jar));
    return Files.exists(front) ? null : front;
  }

  private Finding cache(String name, KernelSpec spec, String again) {
    Path kernelHome = spec.home();
    KernelCommand command =
        new KernelCommand(Path.of(spec.argv().getFirst()), kernelHome == null ? home : kernelHome);
    return switch (new AotTrainer(command).check()) {
      case AotTrainer.Outcome.Fits(long bytes) ->
          Finding.good(name + " has start-up caches that fit (" + (bytes >> 20) + " MB)");
      case AotTrainer.Outcome.Missing(String reason) ->
          Finding.note(name + " starts slowly, it has no start-up caches: " + reason, again);
    };
  }

  private static Finding answer(String name, KernelSpec spec, String again) {
    List<String> argv = spec.argv();
    long start = System.nanoTime();
    try (KernelProcess kernel = KernelProcess.start(argv.subList(0, argv.size() - 1), Map.of())) {
      try (KernelClient client = kernel.connect()) {
        client.ask("kernel_info_request", new JsonObject(), PATIENCE);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return Finding.good(name + " started and answered in " + millis + " ms");
      } catch (KernelEndedException | TimeoutException silent) {
        return Finding.bad(
            name + " does not answer: " + silent.getMessage() + "; " + kernel.lastWords(), again);
      }
    } catch (IOException failed) {
      return Finding.bad(name + " can't be started: " + failed.getMessage(), again);
    }
  }
}
