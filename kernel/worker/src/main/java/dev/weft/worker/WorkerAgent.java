package dev.weft.worker;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The agent that the JVM starts before {@link WorkerMain}, and through which classes change. */
public final class WorkerAgent {

  /** Set once, before the main method: the JVM hands it to a static method. */
  private static final AtomicReference<@Nullable Instrumentation> HOLDER = new AtomicReference<>();

  private WorkerAgent() {}

  /** Called by the JVM, as the manifest says. */
  public static void agentmain(String options, Instrumentation instrumentation) {
    HOLDER.compareAndSet(null, instrumentation);
  }

  /** The JVM's instrumentation, or null where the worker was not started from its jar. */
  static @Nullable Instrumentation instrumentation() {
    return HOLDER.get();
  }
}
