package dev.weft.process.ship;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A static field whose value is part of a snapshot: a notebook's variable, or one of its classes'.
 * Two are equal if they have the same name in classes of the same name.
 *
 * @param className the class that declares it
 * @param name its name
 * @param handle access to it
 * @param type its declared type
 * @param variable whether it is a notebook's variable
 */
record StaticField(
    String className, String name, VarHandle handle, Class<?> type, boolean variable) {

  /** Returns the field, or empty if there is none or none that can be set. */
  static Optional<StaticField> find(ClassBook book, String className, String name) {
    try {
      Class<?> owner = Class.forName(className, false, book.loader());
      Field field = owner.getDeclaredField(name);
      int modifiers = field.getModifiers();
      if (!Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers) || field.isSynthetic()) {
        return Optional.empty();
      }
      VarHandle handle =
          MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectVarHandle(field);
      boolean variable = book.isWrapper(className);
      return Optional.of(new StaticField(className, name, handle, field.getType(), variable));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Reads the value; initialises the class. */
  @Nullable Object get() {
    return handle.get();
  }

  /** Sets the value; initialises the class. */
  void set(@Nullable Object value) {
    handle.set(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StaticField field
        && className.equals(field.className)
        && name.equals(field.name);
  }

  @Override
  public int hashCode() {
    return 31 * className.hashCode() + name.hashCode();
  }

  /** Whether the value is what every field has before it is set. */
  boolean isBlank() {
    Object value = get();
    return value == null
        || value.equals(false)
        || (value instanceof Character letter && letter == 0)
        || (type.isPrimitive() && value instanceof Number number && number.doubleValue() == 0);
  }

  /** The field as a person names it. */
  String label() {
    return variable ? "variable " + name : "static field " + simpleName(className) + "." + name;
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
