package dev.weft.front.jshell;

import dev.weft.front.interpreter.CellResult;
import dev.weft.link.Thrown;
import dev.weft.link.Thrown.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows an exception of user code: its causes, and the lines of cells that it came through. */
final class RuntimeErrors {

  private static final String INDENT = "    ";

  private final CellTexts texts;
  private final FrameTexts frames;
  private final RuntimeHints hints;

  RuntimeErrors(CellTexts texts, ClassNames names) {
    this.texts = texts;
    frames = new FrameTexts(texts);
    hints = new RuntimeHints(names);
  }

  /** Returns what a cell that threw comes to. */
  CellResult.Failed result(Thrown thrown) {
    String message = thrown.message().map(RuntimeErrors::plain).orElse("");
    return new CellResult.Failed(name(thrown), message, traceback(thrown));
  }

  /** Shows that something was called that needs what is not defined. */
  CellResult.Failed unresolved(String needs, Thrown thrown) {
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.strong("UnresolvedReference") + ": " + needs);
    add(thrown, List.of(), "", lines);
    return new CellResult.Failed("UnresolvedReference", needs, List.copyOf(lines));
  }

  /** Returns the lines to show. */
  List<String> traceback(Thrown thrown) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(thrown));
    lines.addAll(place(thrown));
    add(thrown, List.of(), "", lines);
    hints.of(thrown).ifPresent(hint -> lines.add(Hints.line(hint)));
    return List.copyOf(lines);
  }

  /** Returns where it happened: the line of the cell, and a caret below it. */
  private List<String> place(Thrown thrown) {
    List<Frame> all = thrown.frames();
    for (int i = 0; i < all.size(); i++) {
      if (frames.isCell(all.get(i))) {
        return place(all.get(i), Caret.find(thrown, i, text(all.get(i))));
      }
    }
    return List.of();
  }

  private String text(Frame frame) {
    return texts.line(frame.fileName().orElseThrow(), frame.line()).orElse("");
  }

  private List<String> place(Frame frame, Caret caret) {
    List<String> marked = new CellText(text(frame)).marked(caret.start(), caret.end());
    String where = frame.fileName().orElseThrow() + ", line " + frame.line();
    return List.of(
        Ansi.strong(where + ":" + (caret.start() + 1)),
        "  " + marked.getFirst(),
        "  " + Ansi.mark(marked.getLast()));
  }

  private void add(Thrown thrown, List<Frame> enclosing, String indent, List<String> lines) {
    List<Frame> useful = frames.useful(thrown.frames());
    int common = common(useful, frames.useful(enclosing));
    List<Frame> own = useful.subList(0, useful.size() - common);
    frames.lines(own).forEach(line -> lines.add(indent + INDENT + line));
    if (common > 0) {
      lines.add(indent + INDENT + "... " + common + " more");
    }
    for (Thrown suppressed : thrown.suppressed()) {
      lines.add(indent + INDENT + "Suppressed: " + headline(suppressed));
      add(suppressed, thrown.frames(), indent + INDENT, lines);
    }
    if (thrown.cause().isPresent()) {
      Thrown cause = thrown.cause().get();
      lines.add(indent + "Caused by: " + headline(cause));
      add(cause, thrown.frames(), indent, lines);
    }
  }

  /** Returns how many frames both have at their ends. */
  private static int common(List<Frame> some, List<Frame> others) {
    int common = 0;
    while (common < Math.min(some.size(), others.size())
        && some.get(some.size() - 1 - common).equals(others.get(others.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private static String headline(Thrown thrown) {
    String message = thrown.message().map(m -> ": " + plain(m)).orElse("");
    return Ansi.strong(name(thrown) + message);
  }

  private static String name(Thrown thrown) {
    return thrown.className().replace('$', '.');
  }

  /** Class loaders and modules are nothing that a cell has to do with. */
  private static String plain(String message) {
    String text = ClassNames.plain(message);
    int modules = text.lastIndexOf(" (");
    boolean tells = modules > 0 && text.endsWith(")") && text.startsWith("class ");
    return tells && text.indexOf(" module ", modules) > 0 ? text.substring(0, modules) : text;
  }

  /** Returns the first exception of a chain of causes, which may be the one given. */
  static Thrown root(Thrown thrown) {
    Optional<Thrown> cause = thrown.cause();
    return cause.isPresent() ? root(cause.get()) : thrown;
  }
}
