package dev.weft.install.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code weft} itself; it only has subcommands. */
@Command(
    name = "weft",
    description = "A Jupyter kernel for Java, a library for concurrency, and a workshop.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "First steps:",
      "  weft run NOTEBOOK.ipynb    run a notebook here, without Jupyter",
      "  weft html notebooks        write handouts as HTML",
      "  weft lab                   open the workshop in JupyterLab",
      "  weft install               add the Java kernel to your own Jupyter"
    })
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help and --version
final class WeftCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  private boolean version;

  @Option(names = "--debug", hidden = true, scope = ScopeType.INHERIT)
  private boolean debug;

  @Spec private CommandSpec spec;

  /** Tells whether failures are shown with their stack trace. */
  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }
}
