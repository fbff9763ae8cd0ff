package dev.weft.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StopWeave} has put into the code of cells: one call site that does nothing, and that
 * the JIT removes, until a stop is wanted.
 */
public final class StopCheck {

  private static final MethodType TYPE = MethodType.methodType(void.class);
  private static final MethodHandle NOTHING = MethodHandles.empty(TYPE);

  /** One for the JVM: woven code can only be bound through a static method. */
  private static final MutableCallSite SITE = new MutableCallSite(NOTHING);

  private static final AtomicReference<Armed> ARMED = new AtomicReference<>(new Armed(null, null));

  private StopCheck() {}

  /** What a check does: first what may end the thread's code, then what watches it. */
  private record Armed(@Nullable Runnable stop, @Nullable Runnable watch) {}

  /** Binds a check in woven code. */
  public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type) {
    return SITE;
  }

  /** Makes each check run the given task, which may throw an error. */
  static void arm(Runnable task) {
    change(armed -> new Armed(task, armed.watch()));
  }

  /** Makes the checks do nothing again, but what watches. */
  static void disarm() {
    change(armed -> new Armed(null, armed.watch()));
  }

  /** Makes each check run a task besides, null for none. */
  static void watch(@Nullable Runnable task) {
    change(armed -> new Armed(armed.stop(), task));
  }

  private static void change(UnaryOperator<Armed> change) {
    synchronized (SITE) {
      Armed armed = ARMED.updateAndGet(change);
      SITE.setTarget(MethodHandles.foldArguments(run(armed.watch()), run(armed.stop())));
      MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
  }

  private static MethodHandle run(@Nullable Runnable task) {
    if (task == null) {
      return NOTHING;
    }
    try {
      return MethodHandles.lookup().findVirtual(Runnable.class, "run", TYPE).bindTo(task);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Runnable.run", e);
    }
  }
}
