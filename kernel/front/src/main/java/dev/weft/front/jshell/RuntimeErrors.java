package dev.weft.front.jshell;

import dev.weft.front.interpreter.CellResult;
import dev.weft.link.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows an exception of user code: its causes, and the lines of cells that it came through. */
final class RuntimeErrors {

  private static final String BODY = "do_it$";

  private final Origins origins;

  RuntimeErrors(Origins origins) {
    this.origins = origins;
  }

  /** Returns the name of an exception's class as the user wrote it. */
  String name(Thrown thrown) {
    return userName(thrown.className());
  }

  /** Shows that something was called that needs what is not defined. */
  CellResult unresolved(String needs, Thrown thrown) {
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.error("UnresolvedReference") + ": " + needs);
    add(thrown, "", lines);
    return new CellResult.Failed("UnresolvedReference", needs, List.copyOf(lines));
  }

  /** Returns the lines to show. */
  List<String> traceback(Thrown thrown) {
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.error(headline(thrown)));
    firstPlace(thrown)
        .ifPresent(p -> lines.add(Ansi.mark("--> ") + p.line() + ": " + Ansi.strong(p.text())));
    add(thrown, "", lines);
    return List.copyOf(lines);
  }

  private Optional<Origins.Place> firstPlace(Thrown thrown) {
    return thrown.frames().stream()
        .flatMap(f -> origins.find(f.className(), f.line()).stream())
        .findFirst();
  }

  private void add(Thrown thrown, String indent, List<String> lines) {
    thrown.frames().forEach(f -> lines.add(indent + "    at " + frame(f)));
    for (Thrown suppressed : thrown.suppressed()) {
      lines.add(indent + "    Suppressed: " + Ansi.error(headline(suppressed)));
      add(suppressed, indent + "    ", lines);
    }
    thrown.cause().ifPresent(cause -> addCause(cause, indent, lines));
  }

  private void addCause(Thrown cause, String indent, List<String> lines) {
    lines.add(indent + "Caused by: " + Ansi.error(headline(cause)));
    add(cause, indent, lines);
  }

  private String headline(Thrown thrown) {
    return name(thrown) + thrown.message().map(m -> ": " + m).orElse("");
  }

  private String frame(Thrown.Frame frame) {
    Optional<Origins.Place> place = origins.find(frame.className(), frame.line());
    if (place.isPresent()) {
      return method(frame, place.get())
          + "Cell ["
          + place.get().executionCount()
          + "], line "
          + place.get().line();
    }
    String at =
        frame.fileName().map(f -> f + (frame.line() < 0 ? "" : ":" + frame.line())).orElse("");
    return userName(frame.className())
        + "."
        + frame.methodName()
        + (at.isEmpty() ? "" : " (" + at + ")");
  }

  private static String method(Thrown.Frame frame, Origins.Place place) {
    String name = frame.methodName();
    if (name.startsWith("lambda$")) {
      return "lambda, ";
    }
    if (name.startsWith(BODY) && place.className().isEmpty()) {
      return "";
    }
    String owner = place.className().isEmpty() ? "" : place.className() + ".";
    return owner + name + ", ";
  }

  private static String userName(String className) {
    return className.replaceFirst("^REPL\\.\\$JShell\\$[0-9A-Z_]+\\$", "").replace('$', '.');
  }
}
