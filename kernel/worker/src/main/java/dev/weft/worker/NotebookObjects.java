package dev.weft.worker;

import dev.weft.deadlock.NamedObjects;
import dev.weft.process.child.ClassNames;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.BiConsumer;

/** The notebook's variables, which are public static fields of cells' classes, and its threads. */
final class NotebookObjects implements NamedObjects {

  private final SnippetLoader loader;
  private final CellContext context;

  NotebookObjects(SnippetLoader loader, CellContext context) {
    this.loader = loader;
    this.context = context;
  }

  @Override
  public void forEachVariable(BiConsumer<String, Object> told) {
    for (Class<?> type : loader.loaded()) {
      if (ClassNames.isWrapper(type.getName())) {
        tellFields(type, told);
      }
    }
  }

  private static void tellFields(Class<?> type, BiConsumer<String, Object> told) {
    for (Field field : type.getFields()) {
      try {
        Object value = Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
        if (value != null) {
          told.accept(field.getName(), value);
        }
      } catch (IllegalAccessException | LinkageError e) {
        // a class that can't be used holds no lock
      }
    }
  }

  @Override
  public boolean isOwn(Thread thread) {
    return !context.isOfCells(thread);
  }
}
