package dev.weft.segment;

import org.jspecify.annotations.Nullable;

/**
 * The processes that a program consists of: one that nobody of ours has started, and its
 * descendants.
 */
public final class Family {

  /** The environment variable by which a child learns its family. */
  public static final String VARIABLE = "WEFT_FAMILY";

  private static final String SEPARATOR = "/";
  private static final Family OWN = read(System.getenv(VARIABLE));

  private final long root;
  private final String waiting;

  private Family(long root, String waiting) {
    this.root = root;
    this.waiting = waiting;
  }

  static Family own() {
    return OWN;
  }

  /** Reads what a parent has left; a variable that outlived its family counts for nothing. */
  static Family read(@Nullable String variable) {
    String[] parts = variable == null ? new String[0] : variable.split(SEPARATOR, -1);
    if (parts.length == 2) {
      long root = Names.key(parts[0]);
      if (root != 0 && ProcessKey.isAlive(root)) {
        return new Family(root, parts[1]);
      }
    }
    return new Family(ProcessKey.self(), "");
  }

  /** Returns the value of {@link #VARIABLE} for children of this process. */
  public static String forChildren() {
    return Names.of(OWN.root) + SEPARATOR + Waiting.name();
  }

  /** Removes what this process has left in shared memory; for those that end by a halt. */
  public static void leave() {
    Store.leaveIfUsed();
  }

  long root() {
    return root;
  }

  boolean isRoot() {
    return root == ProcessKey.self();
  }

  /** How the rest of the family waits, or an empty text. */
  String waiting() {
    return waiting;
  }
}
