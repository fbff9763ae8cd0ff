package dev.weft.thread;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The virtual threads that the library has started and that have not ended, which the JDK does not
 * list. Threads are held weakly. Safe for use by several threads.
 */
final class VirtualThreads {

  static final VirtualThreads STARTED = new VirtualThreads();

  private final Set<Thread> threads =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  Thread start(String name, Runnable body) {
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> runAndForget(body));
    threads.add(thread);
    thread.start();
    return thread;
  }

  private void runAndForget(Runnable body) {
    try {
      body.run();
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  List<Thread> alive() {
    List<Thread> alive;
    synchronized (threads) {
      alive = new ArrayList<>(threads);
    }
    alive.removeIf(each -> !each.isAlive());
    return alive;
  }
}
