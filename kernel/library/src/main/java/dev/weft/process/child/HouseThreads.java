package dev.weft.process.child;

import dev.weft.trace.flight.HelperThreads;

/** The threads that this library has for itself: daemons that belong to no cell. */
final class HouseThreads {

  private HouseThreads() {}

  static Thread start(String name, Runnable body) {
    Thread thread = new Thread(HelperThreads.GROUP, body, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(HouseThreads.class.getClassLoader());
    thread.start();
    return thread;
  }
}
