package dev.weft.worker;

import dev.weft.step.StepObserver;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StepWeave} has put into the code of cells: one call site for each kind of step, which
 * does nothing, and which the JIT removes, until somebody observes.
 */
public final class StepCheck {

  /** The steps that are told with what they are about. */
  private static final List<String> LABELLED = List.of("reads", "hasRead", "writes");

  private static final Map<String, MethodType> TYPES =
      Map.of(
          "reads", type(String.class),
          "hasRead", type(String.class, Object.class),
          "writes", type(String.class, Object.class),
          "enters", type(Object.class),
          "tried", type(Object.class, boolean.class),
          "left", type(Object.class));

  /** One of a kind for the JVM: woven code can only be bound through a static method. */
  private static final Map<String, MutableCallSite> SITES = sites();

  private StepCheck() {}

  private static MethodType type(Class<?>... parameters) {
    return MethodType.methodType(void.class, parameters);
  }

  private static Map<String, MutableCallSite> sites() {
    Map<String, MutableCallSite> sites = new TreeMap<>();
    TYPES.forEach((name, type) -> sites.put(name, new MutableCallSite(MethodHandles.empty(type))));
    return Map.copyOf(sites);
  }

  /**
   * Binds a step in woven code.
   *
   * @param name the method of {@link StepObserver}
   * @param label what the step is about; of no meaning for locks
   */
  public static CallSite bootstrap(
      MethodHandles.Lookup lookup, String name, MethodType type, String label) {
    MutableCallSite site = SITES.get(name);
    if (site == null) {
      throw new BootstrapMethodError("There is no step " + name);
    }
    MethodHandle step = site.dynamicInvoker();
    MethodHandle bound =
        LABELLED.contains(name) ? MethodHandles.insertArguments(step, 0, label) : step;
    return new ConstantCallSite(bound.asType(type));
  }

  /** Tells the observer of each step from now on, null for nobody. */
  static void observe(@Nullable StepObserver observer) {
    try {
      for (Map.Entry<String, MutableCallSite> each : SITES.entrySet()) {
        each.getValue().setTarget(target(each.getKey(), each.getValue().type(), observer));
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("StepObserver", e);
    }
    MutableCallSite.syncAll(SITES.values().toArray(new MutableCallSite[0]));
  }

  private static MethodHandle target(String name, MethodType type, @Nullable StepObserver observer)
      throws ReflectiveOperationException {
    return observer == null
        ? MethodHandles.empty(type)
        : MethodHandles.lookup().findVirtual(StepObserver.class, name, type).bindTo(observer);
  }
}
