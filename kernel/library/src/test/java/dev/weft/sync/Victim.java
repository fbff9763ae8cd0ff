package dev.weft.sync;

import dev.weft.bare.BareJvms;

/** A process of a stress test. */
record Victim(Process process, int number) {

  /** Plays in the playground of a file, as a number, with a seed; ends after so many steps. */
  public static void main(String[] arguments) throws Exception {
    BareJvms.endWithParent();
    Playground playground = BareJvms.read(arguments[0], Playground.class);
    playground.play(
        Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
  }

  static Victim start(BareJvms jvms, String playground, int number, long seed) {
    String[] arguments = arguments(playground, number, seed, Long.MAX_VALUE);
    return new Victim(jvms.start(arguments), number);
  }

  static String[] arguments(String playground, int number, long seed, long steps) {
    return new String[] {
      playground, Integer.toString(number), Long.toString(seed), Long.toString(steps)
    };
  }
}
