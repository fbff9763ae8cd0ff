package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods that are marked as magics, by annotations of this package or of the one that
 * JJava had in its place.
 */
final class MarkedMethods {

  private MarkedMethods() {}

  /**
   * One marked method.
   *
   * @param line the names of the line form
   * @param cell the names of the cell form
   */
  record Marked(Method method, @Nullable Object target, List<String> line, List<String> cell) {

    void addTo(Magics magics) {
      line.forEach(name -> magics.registerLineMagic(name, args -> call(args, null)));
      cell.forEach(name -> magics.registerCellMagic(name, this::call));
    }

    private @Nullable Object call(List<String> args, @Nullable String body) throws Exception {
      Object[] all = {args, body};
      try {
        return method.invoke(target, Arrays.copyOf(all, method.getParameterCount()));
      } catch (InvocationTargetException e) {
        throw e.getCause() instanceof Exception own ? own : e;
      } catch (IllegalAccessException | IllegalArgumentException | NullPointerException e) {
        throw new IllegalStateException(
            method
                + " can't be called as a magic: it is public, has a List<String> and, for a"
                + " cell, a String as parameters, and is static unless an object was registered.",
            e);
      }
    }
  }

  static List<Marked> of(Class<?> type, @Nullable Object target) {
    List<Marked> found = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      List<String> line = names(method, "LineMagic");
      List<String> cell = names(method, "CellMagic");
      if (!line.isEmpty() || !cell.isEmpty()) {
        found.add(new Marked(method, target, line, cell));
      }
    }
    return found;
  }

  private static List<String> names(Method method, String mark) {
    Optional<Annotation> found =
        Arrays.stream(method.getAnnotations())
            .filter(each -> each.annotationType().getSimpleName().equals(mark))
            .findFirst();
    if (found.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    String first = (String) value(found.get(), "value");
    names.add(first.isEmpty() ? method.getName() : first);
    names.addAll(List.of((String[]) value(found.get(), "aliases")));
    return names;
  }

  private static Object value(Annotation mark, String member) {
    try {
      return mark.annotationType().getMethod(member).invoke(mark);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(mark + " has no " + member, e);
    }
  }
}
