package dev.weft.manager;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods of an interface, numbered alike in all processes. */
final class MethodTable {

  private static final ClassValue<MethodTable> TABLES =
      new ClassValue<>() {
        @Override
        protected MethodTable computeValue(Class<?> type) {
          return new MethodTable(type);
        }
      };

  private final Class<?> type;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<Method, Operation> byMethod = new HashMap<>();

  private MethodTable(Class<?> type) {
    this.type = type;
    List<Method> methods = new ArrayList<>(List.of(type.getMethods()));
    methods.removeIf(each -> Modifier.isStatic(each.getModifiers()));
    methods.sort(Comparator.comparing(MethodTable::sortKey));
    for (Method each : methods) {
      Operation operation = operation(each, operations.size());
      operations.add(operation);
      byMethod.put(each, operation);
    }
  }

  private static String sortKey(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        + method.getDeclaringClass().getName();
  }

  /**
   * Returns the table of an interface.
   *
   * @throws IllegalArgumentException if it is none, or its module does not open it to this library
   */
  static MethodTable of(Class<?> type) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(
          type.getTypeName() + " is no interface: objects of a manager are used by interfaces");
    }
    return TABLES.get(type);
  }

  private static Operation operation(Method method, int number) {
    boolean interruptible =
        Arrays.stream(method.getExceptionTypes())
            .anyMatch(each -> each.isAssignableFrom(InterruptedException.class));
    MethodHandle handle =
        handle(method)
            .asFixedArity()
            .asSpreader(Object[].class, method.getParameterCount())
            .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    return new Operation(method.getName(), number, interruptible, handle);
  }

  private static MethodHandle handle(Method method) {
    Class<?> owner = method.getDeclaringClass();
    try {
      boolean exported = owner.getModule().isExported(owner.getPackageName());
      if (Modifier.isPublic(owner.getModifiers()) && exported && owner.getClassLoader() == null) {
        return MethodHandles.publicLookup().unreflect(method);
      }
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(
          owner.getTypeName() + " can't be used by a manager: its module does not open it", e);
    }
  }

  Class<?> type() {
    return type;
  }

  Operation get(Method method) {
    Operation operation = byMethod.get(method);
    if (operation == null) {
      throw new IllegalArgumentException(method + " is no method of " + type.getTypeName());
    }
    return operation;
  }

  Operation get(int number) {
    return operations.get(number);
  }
}
