package dev.weft.worker.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls to public methods of classes that are not there when this is compiled. */
final class Reflection {

  private Reflection() {}

  /** Calls the method of that name that takes such arguments and never returns null. */
  static Object call(Object target, String name, Object... arguments) throws Exception {
    return Objects.requireNonNull(get(target, name, arguments), name);
  }

  /** Calls the method of that name that takes such arguments. */
  static @Nullable Object get(Object target, String name, Object... arguments) throws Exception {
    Deque<Class<?>> open = new ArrayDeque<>();
    open.add(target.getClass());
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      Method method = find(type, name, arguments);
      if (method != null) {
        return invoke(method, target, arguments);
      }
      if (type.getSuperclass() != null) {
        open.add(type.getSuperclass());
      }
      for (Class<?> face : type.getInterfaces()) {
        open.add(face);
      }
    }
    throw new NoSuchMethodException(target.getClass().getName() + "." + name);
  }

  /** Calls the static method of that name that takes such arguments. */
  static Object callStatic(Class<?> type, String name, Object... arguments) throws Exception {
    Method method = find(type, name, arguments);
    if (method == null) {
      throw new NoSuchMethodException(type.getName() + "." + name);
    }
    return Objects.requireNonNull(invoke(method, null, arguments), name);
  }

  /** Loads a class from where the class of a value comes from. */
  static Class<?> classBeside(Object value, String name) throws ClassNotFoundException {
    return Class.forName(name, true, value.getClass().getClassLoader());
  }

  private static @Nullable Method find(Class<?> type, String name, Object[] arguments) {
    if (Modifier.isPublic(type.getModifiers())) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name)
            && Modifier.isPublic(method.getDeclaringClass().getModifiers())
            && takes(method.getParameterTypes(), arguments)) {
          return method;
        }
      }
    }
    return null;
  }

  private static boolean takes(Class<?>[] parameters, Object[] arguments) {
    if (parameters.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      boolean number = parameters[i] == int.class && arguments[i] instanceof Integer;
      if (!number && !parameters[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object invoke(Method method, @Nullable Object target, Object[] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
