package dev.weft.thread;

/** Runs tasks so that what they throw ends the thread, and so reaches its uncaught handler. */
final class Uncaught {

  private Uncaught() {}

  static Runnable runnable(ThreadTask task) {
    return () -> {
      try {
        task.run();
      } catch (Exception e) {
        throw Uncaught.<RuntimeException>asIs(e);
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the compiler is not to know
  static <E extends Exception> E asIs(Exception thrown) throws E {
    throw (E) thrown;
  }
}
