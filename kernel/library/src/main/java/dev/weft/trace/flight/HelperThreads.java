package dev.weft.trace.flight;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Threads that are no user's. */
public final class HelperThreads {

  /** The group of the threads that the library and its programs start for themselves. */
  public static final ThreadGroup GROUP = new ThreadGroup("weft");

  private static final Set<String> OTHERS =
      Set.of("system", "InnocuousThreadGroup", "CarrierThreads", GROUP.getName());

  private HelperThreads() {}

  /** Returns whether threads of a group of that name are helpers, of the library or of the JDK. */
  public static boolean isGroup(@Nullable String name) {
    return name != null && OTHERS.contains(name);
  }
}
