package dev.weft.install.cli;

import dev.weft.install.launch.LaunchException;
import dev.weft.install.spec.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, and turns what goes wrong into one line and an exit code. */
final class CommandLines {
  private CommandLines() {}

  static CommandLine of(Context context) {
    CommandLine line = new CommandLine(new WeftCommand());
    for (Object command : commands(context)) {
      CommandLine added = new CommandLine(command);
      added.getCommandSpec().addOption(help());
      line.addSubcommand(added);
    }
    line.addSubcommand("help", new CommandLine.HelpCommand());
    line.addSubcommand("generate-completion", new GenerateCompletion());
    line.getCommandSpec().versionProvider(() -> new String[] {"weft " + context.version()});
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(context.colour() ? Ansi.ON : Ansi.OFF));
    line.setOut(new PrintWriter(context.out(), true, context.out().charset()));
    line.setParameterExceptionHandler(CommandLines::usage);
    line.setExecutionExceptionHandler((e, command, parsed) -> failure(context, e, command));
    return line;
  }

  private static List<Object> commands(Context context) {
    return List.of(
        new RunCommand(context),
        new HtmlCommand(context),
        new LabCommand(context),
        new InstallCommand(context),
        new UninstallCommand(context),
        new ListCommand(context),
        new DoctorCommand(context));
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .description("Show this help and exit.")
        .build();
  }

  private static int usage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    StringBuilder text = new StringBuilder(complaint(problem));
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      String name = unmatched.getSuggestions().getFirst();
      text.append(". Did you mean ").append(name.split("[ =]", 2)[0]).append('?');
    } else {
      text.append(". See: ").append(command.getCommandSpec().qualifiedName()).append(" --help");
    }
    command.getErr().println("weft: " + text);
    return CommandLine.ExitCode.USAGE;
  }

  private static String complaint(ParameterException problem) {
    boolean noCommand =
        problem instanceof UnmatchedArgumentException unmatched
            && problem.getCommandLine().getParent() == null
            && !unmatched.getUnmatched().getFirst().startsWith("-");
    return noCommand
        ? "There is no command '"
            + ((UnmatchedArgumentException) problem).getUnmatched().getFirst()
            + "'"
        : firstLine(problem).replaceFirst("^Error: ", "");
  }

  private static int failure(Context context, Exception problem, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println("weft: " + describe(problem));
    if (wantsTrace(context, command)) {
      problem.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean wantsTrace(Context context, CommandLine command) {
    WeftCommand weft = (WeftCommand) rootOf(command).getCommandSpec().userObject();
    return weft.debug() || context.host().variable("WEFT_DEBUG") != null;
  }

  private static CommandLine rootOf(CommandLine command) {
    CommandLine parent = command.getParent();
    return parent == null ? command : rootOf(parent);
  }

  private static String describe(Exception problem) {
    if (problem instanceof CommandFailure || problem instanceof LaunchException) {
      return firstOf(problem);
    }
    if (problem instanceof java.nio.file.AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (problem instanceof java.nio.file.FileSystemException file) {
      String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return "can't use " + file.getFile() + ": " + reason;
    }
    String kind = problem instanceof IOException ? "" : problem.getClass().getSimpleName() + ": ";
    return kind + firstOf(problem) + " (add --debug for details)";
  }

  private static String firstOf(Exception problem) {
    return Objects.requireNonNullElse(problem.getMessage(), problem.getClass().getSimpleName());
  }

  private static String firstLine(Exception problem) {
    return firstOf(problem).lines().findFirst().orElse("wrong use");
  }
}
