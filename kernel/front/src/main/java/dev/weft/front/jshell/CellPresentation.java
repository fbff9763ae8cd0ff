package dev.weft.front.jshell;

import dev.weft.front.remote.Presentation;
import dev.weft.link.Command;
import dev.weft.link.Thrown;

/** The notebook's classes and errors, in the words of its cells. */
final class CellPresentation implements Presentation {

  private final CellTexts texts = new CellTexts();

  private volatile UserClasses classes = new UserClasses();
  private volatile RuntimeErrors errors = new RuntimeErrors(texts, classes.names());

  /** Forgets the names of classes, for a worker that has none of them. */
  void renew() {
    UserClasses fresh = new UserClasses();
    errors = new RuntimeErrors(texts, fresh.names());
    classes = fresh;
  }

  UserClasses classes() {
    return classes;
  }

  CellTexts texts() {
    return texts;
  }

  RuntimeErrors errors() {
    return errors;
  }

  @Override
  public Command.Request toWorker(Command.Request request) {
    return classes.translate(request);
  }

  @Override
  public String uncaught(String thread, Thrown thrown) {
    String lines = String.join("\n", errors.traceback(thrown));
    return Ansi.strong("Exception in thread \"" + thread + "\": ") + lines + "\n";
  }
}
