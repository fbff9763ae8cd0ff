package dev.weft.thread;

/**
 * What each of several threads does, told by its number.
 *
 * <pre>{@code
 * IndexedTask hello = i -> System.out.println("Hello from " + i);
 * Threads.joinAll(Threads.startAll(3, hello));
 * }</pre>
 */
@FunctionalInterface
public interface IndexedTask {

  /**
   * Does the work of one thread.
   *
   * @param index the thread's number, from 0
   * @throws Exception for any reason; it ends the thread
   */
  void run(int index) throws Exception;
}
