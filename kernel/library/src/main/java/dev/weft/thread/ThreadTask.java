package dev.weft.thread;

/**
 * Work without a result that may throw any exception.
 *
 * <pre>{@code
 * ThreadTask nap = () -> Thread.sleep(100);
 * Threads.startVirtual("nap", nap).join();
 * }</pre>
 */
@FunctionalInterface
public interface ThreadTask {

  /**
   * Does the work.
   *
   * @throws Exception for any reason; it ends the thread
   */
  void run() throws Exception;
}
