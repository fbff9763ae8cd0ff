package dev.weft.process.ship;

import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;

/**
 * Stands in a stream for a lambda: where it is in the code, and what it has captured.
 *
 * <p>Unlike {@link SerializedLambda} it needs no method in the capturing class to come back.
 */
final class ShippedLambda implements Serializable {

  private static final long serialVersionUID = 1;

  /** Position in {@link #names}; class names are as {@link Class#getName} gives them. */
  static final int CAPTURING_CLASS = 0;

  static final int INTERFACE_CLASS = 1;
  static final int INTERFACE_METHOD = 2;
  static final int INTERFACE_TYPE = 3;
  static final int IMPL_CLASS = 4;
  static final int IMPL_METHOD = 5;
  static final int IMPL_TYPE = 6;
  static final int INSTANTIATED_TYPE = 7;

  final String[] names;
  final int kind;
  final String[] markers;
  final String[] bridges;

  @SuppressWarnings("serial") // its elements are written as any other value
  final Object[] captured;

  private ShippedLambda(String[] names, int kind, LambdaExtras extras, Object[] captured) {
    this.names = names;
    this.kind = kind;
    markers = extras.markers().toArray(String[]::new);
    bridges = extras.bridges().toArray(String[]::new);
    this.captured = captured;
  }

  static ShippedLambda of(SerializedLambda lambda, LambdaExtras extras) {
    String[] names = {
      lambda.getCapturingClass().replace('/', '.'),
      lambda.getFunctionalInterfaceClass().replace('/', '.'),
      lambda.getFunctionalInterfaceMethodName(),
      lambda.getFunctionalInterfaceMethodSignature(),
      lambda.getImplClass().replace('/', '.'),
      lambda.getImplMethodName(),
      lambda.getImplMethodSignature(),
      lambda.getInstantiatedMethodType()
    };
    Object[] captured = new Object[lambda.getCapturedArgCount()];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = lambda.getCapturedArg(i);
    }
    return new ShippedLambda(names, lambda.getImplMethodKind(), extras, captured);
  }

  /** Returns one of a method reference that does nothing. */
  static ShippedLambda sample() {
    String here = ShippedLambda.class.getName();
    String[] names = {here, "java.lang.Runnable", "run", "()V", here, "nothing", "()V", "()V"};
    int kind = MethodHandleInfo.REF_invokeStatic;
    return new ShippedLambda(names, kind, LambdaExtras.NONE, new Object[0]);
  }

  static void nothing() {}

  /** A text that is the same for all lambdas of this place in the code. */
  String key() {
    String own = String.join("\n", names) + kind;
    return markers.length + bridges.length == 0
        ? own
        : own + String.join("\n", markers) + '\n' + String.join("\n", bridges);
  }
}
