package dev.weft.thread;

/**
 * The operating system's thread that runs the calling Java thread.
 *
 * <p>Its id is what {@code top -H}, {@code ps -L} and debuggers show. A virtual thread runs on
 * different system threads in turn, so that its answer is true only for the moment.
 *
 * <pre>{@code
 * Thread.ofPlatform().start(() -> System.out.println("I am system thread " + NativeThread.id()));
 * }</pre>
 *
 * <p>The system is called through {@code java.lang.foreign}: a JVM that was not started with {@code
 * --enable-native-access} prints a warning the first time.
 */
public final class NativeThread {

  private NativeThread() {}

  /**
   * Returns the system's id of the thread that runs the caller.
   *
   * <p>On Linux it is the {@code gettid} of the thread, on macOS its {@code pthread_threadid_np},
   * on Windows its {@code GetCurrentThreadId}. On other systems, and where native access is denied,
   * it is {@link Thread#threadId()}, which is Java's own number and means nothing to the system.
   * Takes some nanoseconds, blocks nothing, and may be called by any thread.
   */
  public static long id() {
    return NativeThreadId.CURRENT.get();
  }
}
