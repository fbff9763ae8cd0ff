package dev.weft.front.magic;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.magic.JavaSession.Declared;
import dev.weft.front.magic.JavaSession.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Magics about what the notebook has declared. */
public final class SessionMagics {

  private static final int VALUE_WIDTH = 60;

  private static final String LEFTOVERS =
      "String.join(\", \", dev.weft.magic.Leftovers.describe())";

  private SessionMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("who")
            .summary("lists the names of variables, methods and classes")
            .line((arguments, context) -> who(arguments, context))
            .build(),
        Magic.named("whos")
            .summary("shows variables, methods and classes with types and values")
            .line(
                (arguments, context) ->
                    table(context, List.of(Kind.VARIABLE, Kind.METHOD, Kind.CLASS)))
            .build(),
        lists("/vars", "variables with their values", Kind.VARIABLE),
        lists("/methods", "methods", Kind.METHOD),
        lists("/types", "classes, interfaces, records and enums", Kind.CLASS),
        lists("/imports", "imports", Kind.IMPORT),
        Magic.named("list", "/list")
            .summary("prints the Java of all declarations that are in force")
            .line((arguments, context) -> list(context))
            .build(),
        Magic.named("drop", "/drop")
            .summary("removes declarations")
            .parameter(Parameter.of(Parameter.Kind.NAME, "NAME...", "what to remove"))
            .line(SessionMagics::drop)
            .build(),
        Magic.named("reset", "/reset")
            .summary("removes all declarations, and names the threads that still run")
            .parameter(Parameter.option("[--hard]", "starts the JVM anew, which ends its threads"))
            .line(SessionMagics::reset)
            .build());
  }

  private static Magic lists(String name, String what, Kind kind) {
    return Magic.named(name)
        .summary("shows the notebook's " + what)
        .line((arguments, context) -> table(context, List.of(kind)))
        .build();
  }

  private static MagicValue who(Arguments arguments, MagicContext context) {
    List<String> names =
        context.java().declared().stream()
            .filter(d -> d.kind() != Kind.IMPORT && d.kind() != Kind.STATEMENT)
            .map(Declared::name)
            .filter(name -> !isTemporary(name))
            .distinct()
            .toList();
    if (!arguments.isAssigned()) {
      context.output().println(names.isEmpty() ? "Nothing is declared." : String.join("  ", names));
    }
    return MagicValue.texts(names);
  }

  private static boolean isTemporary(String name) {
    return name.startsWith("$");
  }

  private static MagicValue table(MagicContext context, List<Kind> kinds) {
    List<List<String>> rows = new ArrayList<>();
    for (Kind kind : kinds) {
      context.java().declared().stream()
          .filter(d -> d.kind() == kind && !isTemporary(d.name()))
          .forEach(d -> rows.add(row(d, context)));
    }
    TextTable table = new TextTable(List.of("Name", "Kind", "Type", "Value"), rows);
    context.output().display(table.toDisplayData());
    return MagicValue.none();
  }

  private static List<String> row(Declared declared, MagicContext context) {
    String value =
        declared.kind() == Kind.VARIABLE
            ? context.java().value(declared.name()).map(SessionMagics::oneLine).orElse("")
            : "";
    String kind = declared.kind().name().toLowerCase(Locale.ROOT);
    return List.of(declared.name(), kind, declared.type(), value);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= VALUE_WIDTH ? line : line.substring(0, VALUE_WIDTH - 1) + "…";
  }

  private static MagicValue list(MagicContext context) {
    context.java().declared().stream()
        .filter(d -> !isTemporary(d.name()) && d.kind() != Kind.STATEMENT)
        .forEach(d -> context.output().println(d.source()));
    return MagicValue.none();
  }

  private static MagicValue drop(Arguments arguments, MagicContext context) throws MagicException {
    List<String> names = arguments.plain();
    List<String> dropped = context.java().drop(names);
    List<String> missing = names.stream().filter(name -> !dropped.contains(name)).toList();
    if (names.isEmpty() || !missing.isEmpty()) {
      throw new MagicException(
          names.isEmpty()
              ? "Write the names to remove behind the magic's name."
              : "Nothing has the name " + String.join(" or ", missing) + ".");
    }
    return MagicValue.none();
  }

  private static MagicValue reset(Arguments arguments, MagicContext context) throws MagicException {
    context.java().reset();
    if (arguments.has("--hard")) {
      context.worker().restart(context.worker().options());
      context.output().println("All declarations were removed, and the JVM was started anew.");
      return MagicValue.none();
    }
    String threads = leftovers(context);
    context
        .output()
        .println(
            "All declarations were removed."
                + (threads.isEmpty() ? "" : " These threads still run: " + threads + "."));
    return MagicValue.none();
  }

  private static String leftovers(MagicContext context) {
    return context.java().run(Source.ofFile("reset", LEFTOVERS)) instanceof CellResult.Ok ok
        ? ok.value().map(data -> data.data().getOrDefault("text/plain", "")).orElse("")
        : "";
  }
}
