package dev.weft.trace.flight;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Threads that are no user's. */
public final class HelperThreads {

  /** The group of the threads that the library and its programs start for themselves. */
  public static final ThreadGroup GROUP = new ThreadGroup("weft");

  private static final Set<String> OTHERS =
      Set.of("system", "InnocuousThreadGroup", "CarrierThreads", GROUP.getName());

  /** Threads of the recorder and of pools, which are in no group of their own. */
  private static final Set<String> NAMES =
      Set.of(
          "JFR Periodic Tasks",
          "JFR Recorder Thread",
          "live-chart",
          "pool-callback",
          "pool-map",
          "weft-memory");

  private HelperThreads() {}

  /** Returns whether a thread of that name is a helper whatever its group. */
  public static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /** Returns whether threads of a group of that name are helpers, of the library or of the JDK. */
  public static boolean isGroup(@Nullable String name) {
    return name != null && OTHERS.contains(name);
  }
}
