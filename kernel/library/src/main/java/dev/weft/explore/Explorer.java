package dev.weft.explore;

import dev.weft.step.Steps;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How far an exploration goes; immutable, and of any use for {@link #run} again and again.
 *
 * <pre>{@code
 * new Explorer().preemptions(3).schedules(50_000).seed(42).run(body)
 * }</pre>
 *
 * <p>Unless told otherwise: two preemptions, 5,000 schedules in order and 1,000 at random, and 20
 * seconds for all.
 */
public final class Explorer {

  private final int preemptions;
  private final int schedules;
  private final int random;
  private final long seed;
  private final Duration time;

  /** Makes one that goes as far as is usual, with a seed by chance, which the result tells. */
  public Explorer() {
    this(2, 5_000, 1_000, seedByChance(), Duration.ofSeconds(20));
  }

  private Explorer(int preemptions, int schedules, int random, long seed, Duration time) {
    this.preemptions = atLeastZero(preemptions);
    this.schedules = atLeastZero(schedules);
    this.random = atLeastZero(random);
    this.seed = seed;
    this.time = Objects.requireNonNull(time, "The time is null");
  }

  private static long seedByChance() {
    return RandomGenerator.getDefault().nextInt(1_000_000);
  }

  private static int atLeastZero(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("The number [" + number + "] is below 0");
    }
    return number;
  }

  /**
   * Sets how often the turn is taken from a thread that could go on, at most.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public Explorer preemptions(int most) {
    return new Explorer(most, schedules, random, seed, time);
  }

  /**
   * Sets how many schedules are tried in order, at most.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public Explorer schedules(int most) {
    return new Explorer(preemptions, most, random, seed, time);
  }

  /**
   * Sets how many are tried at random where those in order were not all.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public Explorer random(int count) {
    return new Explorer(preemptions, schedules, count, seed, time);
  }

  /** Sets the seed of chance: with the same one the same schedules are tried. */
  public Explorer seed(long number) {
    return new Explorer(preemptions, schedules, random, number, time);
  }

  /** Sets how long to go on trying, at most. */
  public Explorer time(Duration most) {
    return new Explorer(preemptions, schedules, random, seed, most);
  }

  /**
   * Tries schedules until one fails, or as far as it goes. Blocks; an interrupt ends it.
   *
   * @return what was found, as a table
   * @throws IllegalStateException if the body itself throws
   */
  public Exploration run(TrialBody body) throws InterruptedException {
    Objects.requireNonNull(body, "The body is null");
    Runnable end = Steps.observe(new WovenSteps());
    try {
      return new Search(body, this).run();
    } finally {
      end.run();
    }
  }

  /**
   * Runs the body once, under a schedule that was found before.
   *
   * @throws IllegalStateException if the body itself throws, or does not do what it did then
   */
  public Exploration replay(Schedule schedule, TrialBody body) throws InterruptedException {
    Objects.requireNonNull(body, "The body is null");
    int[] told = schedule.choices().stream().mapToInt(Integer::intValue).toArray();
    Runnable end = Steps.observe(new WovenSteps());
    try {
      return new Search(body, this).replay(told);
    } finally {
      end.run();
    }
  }

  int mostPreemptions() {
    return preemptions;
  }

  int mostSchedules() {
    return schedules;
  }

  int mostRandom() {
    return random;
  }

  long seed() {
    return seed;
  }

  Duration longest() {
    return time;
  }
}
