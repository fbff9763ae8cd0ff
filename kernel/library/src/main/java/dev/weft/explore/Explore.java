package dev.weft.explore;

/**
 * Finds the way in which the steps of a few threads must fall between each other for something to
 * go wrong.
 *
 * <pre>{@code
 * int n;                                  // a notebook's variable, or a field
 *
 * Explore.run(t -> {
 *   n = 0;
 *   t.threads(2, () -> n++);
 *   t.check("n is 2", () -> n == 2);
 * })                                      // a table of the schedule that loses an update
 * }</pre>
 *
 * <p>The body is run again and again, each time under another schedule, with one thread at a time:
 * first every schedule with no preemption, which is a switch away from a thread that could go on,
 * then those with one, then those with two; so what is found has as few as can be. If there are
 * more schedules than that, some are tried at random as well. What fails is a check, an exception,
 * a deadlock, or no end.
 *
 * <p>Steps are the reads and writes of {@link ExploredVariable}, the use of {@link ExploredLock},
 * and {@link Trial#step}. In a notebook, all code of cells has steps too: each access to a field or
 * an array element, {@code synchronized} blocks, {@code Lock}s, calls of the JDK's collections and
 * atomics. What the JDK does within is one step. A thread that blocks on anything else is noticed
 * after some 50 milliseconds, and the others go on; {@code synchronized} methods are among these.
 * The table shows orders of steps, as a machine has that does one after the other; that real ones
 * may reorder plain reads and writes is not shown.
 *
 * <p>The body must do the same each time: no time, no chance, nothing left over from the trial
 * before.
 */
public final class Explore {

  private Explore() {}

  /**
   * Tries schedules until one fails or all were tried, as {@link Explorer} does that is not told
   * otherwise. Blocks; an interrupt ends it.
   *
   * @return what was found, as a table
   * @throws IllegalStateException if the body itself throws
   */
  public static Exploration run(TrialBody body) throws InterruptedException {
    return new Explorer().run(body);
  }

  /**
   * Runs the body once, under a schedule that was found before.
   *
   * @throws IllegalStateException if the body itself throws, or does not do what it did then
   */
  public static Exploration replay(Schedule schedule, TrialBody body) throws InterruptedException {
    return new Explorer().replay(schedule, body);
  }
}
