package dev.weft.process.child;

import java.util.Arrays;

/** The platform threads of this JVM. */
final class AllThreads {

  private AllThreads() {}

  /** Returns the group that holds all others, and the JVM's own threads. */
  static ThreadGroup root() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return root;
  }

  /** Returns those that live now, as far as threads that begin and end meanwhile allow. */
  static Thread[] live() {
    ThreadGroup root = root();
    Thread[] threads = new Thread[2 * root.activeCount() + 16];
    return Arrays.copyOf(threads, root.enumerate(threads));
  }
}
