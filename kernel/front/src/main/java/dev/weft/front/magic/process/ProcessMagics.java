package dev.weft.front.magic.process;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import dev.weft.front.magic.Source;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Magics that run programs. */
public final class ProcessMagics {

  /** A longer script is too long for a command line on Linux. */
  private static final int LONGEST_ARGUMENT = 100_000;

  private static final String KEEPS_GOING = "--no-raise-error";

  private static final String MAY_SKIP = "--or-skip";

  private static final Parameter TOLERANT =
      Parameter.option("[" + KEEPS_GOING + "]", "takes a status other than 0 for a success");

  private static final Parameter OPTIONAL =
      Parameter.option("[" + MAY_SKIP + "]", "says so and goes on where there is no such program");

  private ProcessMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("!", "system", "sx")
            .summary("runs a command of the system's shell; a status other than 0 is told")
            .reading(Magic.Reading.COMMAND)
            .parameter(Parameter.of(Parameter.Kind.FILE, "COMMAND", "as in a terminal"))
            .line((arguments, context) -> command(arguments, context, true))
            .cell((arguments, body, context) -> script(shell(), arguments, body, context))
            .build(),
        Magic.named("sh")
            .summary("runs a command or a script of the shell; a status other than 0 is an error")
            .reading(Magic.Reading.COMMAND)
            .parameter(Parameter.of(Parameter.Kind.FILE, "COMMAND", "as in a terminal"))
            .line((arguments, context) -> command(arguments, context, false))
            .cell((arguments, body, context) -> script(shell(), arguments, body, context))
            .build(),
        interpreter("bash", "-c", "bash"),
        interpreter("python", "-c", "python3", "python"),
        Magic.named("script")
            .summary("runs a program that reads the cell's body from its standard input")
            .reading(Magic.Reading.COMMAND)
            .parameter(Parameter.of(Parameter.Kind.FILE, "PROGRAM", "with its arguments"))
            .parameter(TOLERANT)
            .cell(ProcessMagics::anyScript)
            .build());
  }

  private static Magic interpreter(String name, String option, String... programs) {
    return Magic.named(name)
        .summary("runs the cell's body with " + programs[0])
        .reading(Magic.Reading.COMMAND)
        .parameter(Parameter.of(Parameter.Kind.OTHER, "[ARGUMENT...]", "for the script"))
        .parameter(TOLERANT)
        .parameter(OPTIONAL)
        .cell(
            (arguments, body, context) -> {
              Optional<String> program = found(context, programs);
              return program.isPresent()
                  ? script(List.of(program.get(), option), arguments, body, context)
                  : absent(programs[0], arguments, context);
            })
        .build();
  }

  private static MagicValue absent(String program, Arguments arguments, MagicContext context)
      throws MagicException {
    if (arguments.has(MAY_SKIP)) {
      context.output().print("Skipped: there is no " + program + " on this machine.\n");
      return MagicValue.none();
    }
    throw new MagicException(
        "NoProgram",
        "There is no "
            + program
            + " in the folders of PATH; install it, or add its folder with"
            + " %env PATH=...");
  }

  private static List<String> shell() {
    return isWindows() ? List.of("cmd", "/c") : List.of("sh", "-c");
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
  }

  /** Returns the first of the programs that is on the path. */
  private static Optional<String> found(MagicContext context, String... programs) {
    String path = context.worker().environment().getOrDefault("PATH", "");
    for (String program : programs) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        if (Files.isExecutable(Path.of(folder, program))
            || Files.isExecutable(Path.of(folder, program + ".exe"))) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  private static MagicValue command(Arguments arguments, MagicContext context, boolean isTolerant)
      throws MagicException {
    if (arguments.text().isEmpty()) {
      throw new MagicException("There is no command: write it behind the sign.");
    }
    List<String> command = new ArrayList<>(shell());
    command.add(arguments.text());
    KeptOutput kept = new KeptOutput();
    Consumer<String> print = arguments.isAssigned() ? text -> {} : context.output()::print;
    int status = new ProgramRun(context, kept.andThen(print)).run(command, Optional.empty());
    if (status != 0 && !isTolerant) {
      throw failed("The command", status);
    }
    if (status != 0) {
      context.output().printError("(" + ended(status) + ")\n");
    }
    if (arguments.isAssigned() && kept.isCut()) {
      throw new MagicException("The command prints too much for a variable; send it to a file.");
    }
    return MagicValue.texts(kept.lines());
  }

  private static MagicValue script(
      List<String> interpreter, Arguments arguments, Source body, MagicContext context)
      throws MagicException {
    List<String> command = new ArrayList<>(interpreter);
    Optional<String> input = Optional.empty();
    if (body.text().length() <= LONGEST_ARGUMENT) {
      command.add(body.text());
      command.addAll(isPython(interpreter) ? List.of() : List.of(interpreter.getFirst()));
    } else {
      command.set(command.size() - 1, isPython(interpreter) ? "-" : "-s");
      input = Optional.of(body.text());
    }
    command.addAll(words(arguments));
    return finish(arguments, interpreter.getFirst(), command, input, context);
  }

  /** A shell takes the word behind a script for its own name, Python does not. */
  private static boolean isPython(List<String> interpreter) {
    return interpreter.getFirst().startsWith("python");
  }

  private static MagicValue anyScript(Arguments arguments, Source body, MagicContext context)
      throws MagicException {
    List<String> command = words(arguments);
    if (command.isEmpty()) {
      throw new MagicException("Write a program behind %%script, as in %%script perl.");
    }
    String text = body.text().endsWith("\n") ? body.text() : body.text() + "\n";
    return finish(arguments, command.getFirst(), command, Optional.of(text), context);
  }

  private static List<String> words(Arguments arguments) {
    List<String> own = List.of(KEEPS_GOING, MAY_SKIP);
    return arguments.words().stream().filter(word -> !own.contains(word)).toList();
  }

  private static MagicValue finish(
      Arguments arguments,
      String program,
      List<String> command,
      Optional<String> input,
      MagicContext context)
      throws MagicException {
    int status = new ProgramRun(context, context.output()::print).run(command, input);
    if (status != 0 && !arguments.has(KEEPS_GOING)) {
      throw failed(program, status);
    }
    return MagicValue.none();
  }

  private static MagicException failed(String what, int status) {
    return new MagicException("CommandFailed", what + " " + ended(status) + ".");
  }

  private static String ended(int status) {
    return status > 128 && status < 160
        ? "was ended by signal " + (status - 128)
        : "ended with status " + status;
  }
}
