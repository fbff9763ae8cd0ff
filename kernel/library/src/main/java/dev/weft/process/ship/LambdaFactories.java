package dev.weft.process.ship;

import static dev.weft.process.ship.ShippedLambda.CAPTURING_CLASS;
import static dev.weft.process.ship.ShippedLambda.IMPL_CLASS;
import static dev.weft.process.ship.ShippedLambda.IMPL_METHOD;
import static dev.weft.process.ship.ShippedLambda.IMPL_TYPE;
import static dev.weft.process.ship.ShippedLambda.INSTANTIATED_TYPE;
import static dev.weft.process.ship.ShippedLambda.INTERFACE_CLASS;
import static dev.weft.process.ship.ShippedLambda.INTERFACE_METHOD;
import static dev.weft.process.ship.ShippedLambda.INTERFACE_TYPE;

import java.io.InvalidObjectException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes lambdas of what stands for them. Safe for use by several threads. */
final class LambdaFactories {

  private final ClassBook book;
  private final Map<String, MethodHandle> factories = new ConcurrentHashMap<>();

  LambdaFactories(ClassBook book) {
    this.book = book;
  }

  /** Returns a lambda that is serializable itself. */
  Object revive(ShippedLambda lambda) throws InvalidObjectException {
    String key = lambda.key();
    try {
      MethodHandle factory = factories.get(key);
      if (factory == null) {
        factory = link(lambda);
        factories.put(key, factory);
      }
      return factory.invokeExact(lambda.captured);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new InvalidObjectException("Cannot make the lambda of " + lambda.names[IMPL_METHOD], e);
    }
  }

  /** Returns a method from an array of captured values to the lambda. */
  private MethodHandle link(ShippedLambda lambda) throws Throwable {
    String[] names = lambda.names;
    Class<?> capturing = classOf(names[CAPTURING_CLASS]);
    boolean ours = capturing.getModule() == LambdaFactories.class.getModule();
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(capturing, ours ? MethodHandles.lookup() : book.lookup());
    MethodHandle body = body(lookup, lambda);
    MethodType captured = body.type();
    captured =
        captured
            .dropParameterTypes(lambda.captured.length, captured.parameterCount())
            .changeReturnType(classOf(names[INTERFACE_CLASS]));
    return LambdaMetafactory.altMetafactory(
            lookup, names[INTERFACE_METHOD], captured, arguments(lambda, body))
        .getTarget()
        .asSpreader(Object[].class, lambda.captured.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  /** As call sites have them: flags, and after them markers and bridges, each with its number. */
  private Object[] arguments(ShippedLambda lambda, MethodHandle body)
      throws ClassNotFoundException {
    List<Object> arguments = new ArrayList<>();
    arguments.add(type(lambda.names[INTERFACE_TYPE]));
    arguments.add(body);
    arguments.add(type(lambda.names[INSTANTIATED_TYPE]));
    arguments.add(
        LambdaMetafactory.FLAG_SERIALIZABLE
            | LambdaMetafactory.FLAG_MARKERS
            | LambdaMetafactory.FLAG_BRIDGES);
    arguments.add(lambda.markers.length);
    for (String each : lambda.markers) {
      arguments.add(classOf(each));
    }
    arguments.add(lambda.bridges.length);
    for (String each : lambda.bridges) {
      arguments.add(type(each));
    }
    return arguments.toArray();
  }

  private MethodHandle body(MethodHandles.Lookup lookup, ShippedLambda lambda)
      throws ReflectiveOperationException {
    Class<?> owner = classOf(lambda.names[IMPL_CLASS]);
    String name = lambda.names[IMPL_METHOD];
    MethodType type = type(lambda.names[IMPL_TYPE]);
    return switch (lambda.kind) {
      case MethodHandleInfo.REF_invokeStatic -> lookup.findStatic(owner, name, type);
      case MethodHandleInfo.REF_newInvokeSpecial -> lookup.findConstructor(owner, type);
      case MethodHandleInfo.REF_invokeSpecial ->
          lookup.findSpecial(owner, name, type, lookup.lookupClass());
      default -> lookup.findVirtual(owner, name, type);
    };
  }

  private Class<?> classOf(String name) throws ClassNotFoundException {
    return Class.forName(name, false, book.loader());
  }

  private MethodType type(String descriptor) {
    return MethodType.fromMethodDescriptorString(descriptor, book.loader());
  }
}
