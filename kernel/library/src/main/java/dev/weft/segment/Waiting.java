package dev.weft.segment;

import java.util.Locale;

/** How threads of this process sleep until another process, or thread, wakes them. */
sealed interface Waiting permits FutexWaiting, TimedWaiting {

  /** The system property that chooses. */
  String PROPERTY = "dev.weft.waiting";

  /** Its value, and {@link #name}, for {@link FutexWaiting}, which only Linux has. */
  String FUTEX = "futex";

  /** Its value, and {@link #name}, for {@link TimedWaiting}, which works everywhere. */
  String PORTABLE = "portable";

  /**
   * Sleeps while the word has a value; returns early when woken, may when interrupted, or for no
   * reason.
   */
  void await(WaitWord word, int expected, long nanos);

  /** Wakes so many sleepers. */
  void wake(WaitWord word, int threads);

  /** Returns how this process does it; chosen when first used. */
  static Waiting own() {
    return Own.WAITING;
  }

  /** Returns what is chosen: by the property, or as the rest of the family does, or the best. */
  static String name() {
    String wanted = System.getProperty(PROPERTY, Family.own().waiting());
    return wanted.equals(FUTEX) || wanted.equals(PORTABLE) ? wanted : best();
  }

  /** Without leave for native access the JVM would print a warning on the user's screen. */
  private static String best() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    boolean mayCall = Waiting.class.getModule().isNativeAccessEnabled();
    return linux && mayCall && Futex.isKnownHere() ? FUTEX : PORTABLE;
  }

  /** Holds the one of this process. */
  final class Own {
    private static final Waiting WAITING = choose();

    private Own() {}

    private static Waiting choose() {
      if (name().equals(PORTABLE)) {
        return new TimedWaiting();
      }
      try {
        return new FutexWaiting(Futex.find());
      } catch (RuntimeException | LinkageError e) {
        return new TimedWaiting();
      }
    }
  }
}
