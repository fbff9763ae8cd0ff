package dev.weft.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Decides who goes on: first as it was told, then by chance or by going on with the same thread as
 * long as it can.
 */
final class Chooser {

  private final int[] told;
  private final @Nullable Random random;
  private final List<Choice> made = new ArrayList<>();
  private boolean strayed;

  Chooser(int[] told, @Nullable Random random) {
    this.told = told.clone();
    this.random = random;
  }

  /**
   * A decision between several threads.
   *
   * @param able the numbers of those that could go on
   * @param before the number of the one that ran until then, if it could go on as well, or -1
   * @param chosen the one that goes on
   */
  record Choice(List<Integer> able, int before, int chosen) {

    /** Whether choosing that one takes the turn from one that could go on. */
    boolean preempts(int other) {
      return before >= 0 && other != before;
    }
  }

  int choose(List<Integer> able, int before) {
    int at = made.size();
    int chosen = at < told.length ? told[at] : free(able, before);
    if (!able.contains(chosen)) {
      strayed = true;
      chosen = able.getFirst();
    }
    made.add(new Choice(List.copyOf(able), before, chosen));
    return chosen;
  }

  private int free(List<Integer> able, int before) {
    if (random != null) {
      return able.get(random.nextInt(able.size()));
    }
    return before >= 0 ? before : able.getFirst();
  }

  /** Returns the decisions until now. */
  List<Choice> made() {
    return made;
  }

  /** Returns whether what was told could not be done, as the code did something else this time. */
  boolean hasStrayed() {
    return strayed || made.size() < told.length;
  }
}
