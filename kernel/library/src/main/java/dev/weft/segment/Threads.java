package dev.weft.segment;

/** Threads of this package, which never keep a JVM alive. */
final class Threads {

  private Threads() {}

  static Thread daemon(String name, Runnable body) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .inheritInheritableThreadLocals(false)
            .unstarted(body);
    thread.setContextClassLoader(Threads.class.getClassLoader());
    return thread;
  }
}
