package dev.weft.timing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Takes results, so that the JIT compiler can't leave out what computes them. */
final class Sink {

  private static final VarHandle TAKEN = taken();

  @SuppressWarnings("UnusedVariable") // written through the handle
  private @Nullable Object taken;

  private static VarHandle taken() {
    try {
      return MethodHandles.lookup().findVarHandle(Sink.class, "taken", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The field of a sink is not to be found", e);
    }
  }

  void take(@Nullable Object result) {
    TAKEN.setOpaque(this, result);
  }
}
