package dev.weft.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * What {@link StopWeave} has put into the code of cells: one call site that does nothing, and that
 * the JIT removes, until a stop is wanted.
 */
public final class StopCheck {

  private static final MethodType TYPE = MethodType.methodType(void.class);
  private static final MethodHandle NOTHING = MethodHandles.empty(TYPE);

  /** One for the JVM: woven code can only be bound through a static method. */
  private static final MutableCallSite SITE = new MutableCallSite(NOTHING);

  private StopCheck() {}

  /** Binds a check in woven code. */
  public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type) {
    return SITE;
  }

  /** Makes each check run the given task, which may throw an error. */
  static void arm(Runnable task) {
    try {
      MethodHandle run =
          MethodHandles.lookup().findVirtual(Runnable.class, "run", TYPE).bindTo(task);
      set(run);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Runnable.run", e);
    }
  }

  /** Makes the checks do nothing again. */
  static void disarm() {
    set(NOTHING);
  }

  private static void set(MethodHandle target) {
    SITE.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }
}
