package dev.weft.worker;

import dev.weft.link.Command;
import dev.weft.worker.guard.CellStopped;
import dev.weft.worker.guard.Guarded;
import dev.weft.worker.render.ValueRenderer;
import java.lang.reflect.Field;
import java.util.Optional;

/** The notebook's variables, which are public static fields of cells' classes. */
final class Variables {

  private static final int MOST_READ = 100_000;

  private final SnippetLoader loader;

  Variables(SnippetLoader loader) {
    this.loader = loader;
  }

  /** Copies a value; returns why it could not be copied. */
  Optional<String> copy(Command.CopyVariable copy) {
    try {
      Object value = field(copy.fromClass(), copy.field()).get(null);
      field(copy.toClass(), copy.field()).set(null, value);
      return Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | CellStopped | LinkageError e) {
      return Optional.of("Cannot copy variable " + copy.field() + ": " + Guarded.describe(e));
    }
  }

  /** Returns a value as text that may be cut, or empty where there is no such variable. */
  Optional<String> read(Command.ReadVariable read) {
    try {
      String text = ValueRenderer.text(field(read.className(), read.field()).get(null));
      return Optional.of(Guarded.shortened(text, MOST_READ));
    } catch (CellStopped | ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private Field field(String className, String name) throws ReflectiveOperationException {
    return Class.forName(className, true, loader).getField(name);
  }
}
