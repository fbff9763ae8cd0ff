package dev.weft.worker.render;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The parts of values that have some: records, beans, threads. */
final class Columns {

  private static final List<Column> OF_THREADS =
      List.of(
          new Column("name", thread -> ((Thread) thread).getName()),
          new Column("id", thread -> ((Thread) thread).threadId()),
          new Column("state", thread -> ((Thread) thread).getState()),
          new Column("kind", thread -> Described.kind((Thread) thread)));

  private static final ClassValue<List<Column>> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected List<Column> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private Columns() {}

  /** Returns the columns of values of a class; empty for values that are but one thing. */
  static List<Column> of(Class<?> type) {
    return OF_CLASS.get(type);
  }

  private static List<Column> find(Class<?> type) {
    if (Thread.class.isAssignableFrom(type)) {
      return OF_THREADS;
    }
    if (type.isRecord()) {
      return ofRecord(type);
    }
    boolean bean = !Types.isOfJdk(type) && Types.hasNoText(type) && isReachable(type);
    return bean && !type.isHidden() && !type.isSynthetic() ? ofBean(type) : List.of();
  }

  private static boolean isReachable(Class<?> type) {
    return Modifier.isPublic(type.getModifiers());
  }

  private static List<Column> ofRecord(Class<?> type) {
    List<Column> columns = new ArrayList<>();
    if (isReachable(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        Method accessor = component.getAccessor();
        columns.add(new Column(component.getName(), accessor::invoke));
      }
    }
    return columns;
  }

  private static List<Column> ofBean(Class<?> type) {
    List<Column> columns = new ArrayList<>();
    for (Method method : type.getMethods()) {
      String property = property(method);
      if (!property.isEmpty()) {
        columns.add(new Column(property, method::invoke));
      }
    }
    List<String> declared = fields(type);
    columns.sort(
        Comparator.comparingInt((Column column) -> rank(declared, column.name()))
            .thenComparing(Column::name));
    return columns;
  }

  /** The name of the property that a method gets, or nothing. */
  private static String property(Method method) {
    boolean getter =
        method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())
            && method.getReturnType() != void.class
            && Modifier.isPublic(method.getDeclaringClass().getModifiers())
            && !Types.isOfJdk(method.getDeclaringClass());
    if (!getter) {
      return "";
    }
    String name = method.getName();
    String rest = name.startsWith("get") ? name.substring(3) : "";
    if (name.startsWith("is") && method.getReturnType() == boolean.class) {
      rest = name.substring(2);
    }
    boolean capital = !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
    return capital ? rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1) : "";
  }

  /** The names of fields in order of declaration, those of superclasses first. */
  private static List<String> fields(Class<?> type) {
    List<String> names = new ArrayList<>();
    if (type.getSuperclass() != null) {
      names.addAll(fields(type.getSuperclass()));
    }
    for (Field field : type.getDeclaredFields()) {
      names.add(field.getName());
    }
    return names;
  }

  private static int rank(List<String> declared, String name) {
    int index = declared.indexOf(name);
    return index < 0 ? declared.size() : index;
  }
}
