package dev.weft.explore;

/**
 * What is explored: run anew for each schedule, it makes the things that threads share and says
 * what the threads do.
 *
 * <pre>{@code
 * TrialBody body = t -> {
 *   var n = t.variable("n", 0);
 *   t.thread("A", () -> n.set(n.get() + 1));
 *   t.thread("B", () -> n.set(n.get() + 1));
 *   t.check("n is 2", () -> n.get() == 2);
 * };
 * Explore.run(body)
 * }</pre>
 */
@FunctionalInterface
public interface TrialBody {

  /**
   * Prepares one trial; the threads begin when it returns.
   *
   * @throws Exception for any reason; it ends the exploration
   */
  void prepare(Trial trial) throws Exception;
}
