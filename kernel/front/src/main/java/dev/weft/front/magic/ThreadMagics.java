package dev.weft.front.magic;

import java.util.List;

/** Magics about the threads that cells have started. */
public final class ThreadMagics {

  private static final String DEADLOCKS = "dev.weft.deadlock.Deadlocks.";

  private ThreadMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("threads")
            .summary("shows the notebook's threads, what each waits for and who has that")
            .line((arguments, context) -> MagicValue.java(DEADLOCKS + "threads()"))
            .build(),
        Magic.named("deadlocks")
            .summary("draws threads that wait for each other for ever")
            .line((arguments, context) -> MagicValue.java(DEADLOCKS + "report()"))
            .build());
  }
}
