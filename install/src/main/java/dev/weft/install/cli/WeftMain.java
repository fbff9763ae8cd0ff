package dev.weft.install.cli;

import dev.weft.front.KernelHome;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.options.NotebookOptions;
import dev.weft.install.launch.Host;
import java.io.Console;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Entry of the command line. */
public final class WeftMain {
  private WeftMain() {}

  /** Runs one command and ends the JVM with its exit code: 0, 1 for failure, 2 for usage. */
  public static void main(String[] arguments) {
    Host host = Host.current();
    boolean colour = isTerminal(System.console()) && host.variable("NO_COLOR") == null;
    Context context =
        new Context(host, path("weft.home"), path("weft.jar"), System.out, colour, WeftMain::start);
    System.exit(CommandLines.of(context).execute(arguments));
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property, "."));
  }

  private static Interpreter start(Path folder, NotebookOptions options, OutputSink sink) {
    return KernelHome.ofThisJvm().interpreter(folder, options, sink);
  }
}
