package dev.weft.explore;

/**
 * How much was tried.
 *
 * @param ordered how many schedules in order
 * @param random how many at random
 * @param all whether there are no others
 * @param preemptions how many preemptions those in order had at most
 * @param seed of the random ones
 * @param strayed whether the body did something else under the same schedule
 */
record Tried(int ordered, int random, boolean all, int preemptions, long seed, boolean strayed) {

  /** Returns it as a sentence. */
  String inWords() {
    String chance = random == 0 ? "" : ", then " + random + " at random (seed " + seed + ")";
    String many = String.format(java.util.Locale.ROOT, "%,d", ordered);
    String one = ordered == 1 ? " schedule" : " schedules";
    return many + one + " tried" + chance + ".";
  }

  /** Returns how far no failure means none. */
  String without() {
    String count = String.format(java.util.Locale.ROOT, "%,d", ordered + random);
    if (all) {
      return ordered + random == 1
          ? "No schedule fails; there is only one."
          : "No schedule fails: all " + count + " were tried.";
    }
    return "No failing schedule among "
        + count
        + ": not all were tried"
        + (random == 0 ? "" : "; the last " + random + " at random, seed " + seed)
        + ".";
  }
}
