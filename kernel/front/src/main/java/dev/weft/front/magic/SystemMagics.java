package dev.weft.front.magic;

import dev.weft.front.magic.Parameter.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Magics about the surroundings of code: folder, environment, JVM. */
public final class SystemMagics {

  private static final String RESTART = "--restart";
  private static final String ENABLE_PREVIEW = "--enable-preview";
  private static final String ADD_MODULES = "--add-modules";

  private SystemMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("pwd").summary("tells the working directory").line(SystemMagics::pwd).build(),
        Magic.named("cd")
            .summary("changes the working directory; alone, to your home")
            .parameter(
                Parameter.option("[--restart]", "starts the JVM anew there, for Java's paths"))
            .parameter(Parameter.of(Kind.FOLDER, "[FOLDER]", "where to go"))
            .line(SystemMagics::cd)
            .build(),
        Magic.named("env", "set_env", "/env")
            .summary("lists, tells or sets variables of the environment")
            .parameter(Parameter.of(Kind.ENVIRONMENT, "[NAME[=VALUE]]", "which one"))
            .parameter(Parameter.option("[-u NAME]", "removes one"))
            .line(SystemMagics::env)
            .build(),
        Magic.named("jvm")
            .summary("tells or sets the options of the JVM that runs cells, and starts it anew")
            .parameter(
                Parameter.choice(
                    "[OPTION...]",
                    "all options from now on",
                    List.of("-Xmx", "-D", ENABLE_PREVIEW, ADD_MODULES, RESTART)))
            .parameter(Parameter.option("[--restart]", "starts it with the options that it has"))
            .parameter(Parameter.option("[--clear]", "starts it without options"))
            .line(SystemMagics::jvm)
            .build());
  }

  private static MagicValue pwd(Arguments arguments, MagicContext context) {
    String directory = context.worker().directory().toString();
    if (!arguments.isAssigned()) {
      context.output().println(directory);
    }
    return MagicValue.text(directory);
  }

  private static MagicValue cd(Arguments arguments, MagicContext context) throws MagicException {
    List<String> plain = arguments.plain();
    String name = plain.isEmpty() ? "~" : arguments.single("one folder");
    Path directory = FileMagics.resolve(name, context).normalize();
    if (!Files.isDirectory(directory)) {
      throw new MagicException("There is no folder " + directory + ".");
    }
    context.worker().changeDirectory(directory);
    context.output().println(directory.toString());
    apply(arguments, context, "Java's own relative paths still begin where its JVM was started");
    return MagicValue.text(directory.toString());
  }

  /** A JVM learns of neither folder nor environment: starts it anew where that loses nothing. */
  private static void apply(Arguments arguments, MagicContext context, String otherwise)
      throws MagicException {
    WorkerControl worker = context.worker();
    if (arguments.has(RESTART)) {
      tellLost(worker.restart(worker.options()), context);
    } else if (worker.isFresh()) {
      worker.restart(worker.options());
    } else {
      context.output().println("(" + otherwise + "; add --restart to start it anew.)");
    }
  }

  private static MagicValue env(Arguments arguments, MagicContext context) throws MagicException {
    WorkerControl worker = context.worker();
    String unset = arguments.option("-u").orElse("");
    if (!unset.isEmpty()) {
      worker.unsetEnvironment(unset);
      apply(arguments, context, "System.getenv still knows it");
      return MagicValue.none();
    }
    List<String> plain = arguments.plain();
    if (plain.isEmpty()) {
      return list(worker.environment(), context);
    }
    String[] parts = String.join(" ", plain).split("\\s*=\\s*|\\s+", 2);
    if (parts.length == 2) {
      worker.setEnvironment(parts[0], parts[1]);
      context.output().println(parts[0] + "=" + parts[1]);
      apply(arguments, context, "System.getenv tells this only in a new JVM");
      return MagicValue.text(parts[1]);
    }
    return tell(parts[0], arguments, context);
  }

  private static MagicValue list(Map<String, String> environment, MagicContext context) {
    environment.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> context.output().println(e.getKey() + "=" + e.getValue()));
    return MagicValue.none();
  }

  private static MagicValue tell(String name, Arguments arguments, MagicContext context)
      throws MagicException {
    String value = context.worker().environment().get(name);
    if (value == null) {
      throw new MagicException("The environment has no variable " + name + ".");
    }
    if (!arguments.isAssigned()) {
      context.output().println(value);
    }
    return MagicValue.text(value);
  }

  private static MagicValue jvm(Arguments arguments, MagicContext context) throws MagicException {
    WorkerControl worker = context.worker();
    List<String> words = arguments.words();
    if (words.isEmpty()) {
      context.output().println(described(worker.options()));
      return MagicValue.texts(worker.options());
    }
    List<String> wanted = new ArrayList<>(words);
    wanted.removeAll(List.of(RESTART, "--clear"));
    boolean keeps = wanted.isEmpty() && !words.contains("--clear");
    WorkerControl.Restarted changed = worker.restart(keeps ? worker.options() : wanted);
    context
        .output()
        .println("The JVM that runs cells was started anew. " + described(worker.options()));
    tellLost(changed, context);
    return MagicValue.none();
  }

  private static String described(List<String> options) {
    return options.isEmpty() ? "It has no options." : "Options: " + String.join(" ", options);
  }

  private static void tellLost(WorkerControl.Restarted changed, MagicContext context) {
    context
        .output()
        .println(
            "Imports, methods and classes are kept."
                + sentence(" These variables were reset: ", changed.reset())
                + sentence(
                    " These do not compile with the options and are gone: ", changed.gone()));
  }

  private static String sentence(String beginning, List<String> names) {
    return names.isEmpty() ? "" : beginning + String.join(", ", names) + ".";
  }
}
