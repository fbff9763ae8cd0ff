package dev.weft.process;

import java.io.Serializable;

/**
 * An action that can be sent to another process, and that may throw any exception.
 *
 * <p>Methods of this library take it beside {@link Runnable}: the compiler picks it for a lambda or
 * a method reference, which is then serializable without further ado.
 *
 * <pre>{@code
 * SerializableRunnable nap = () -> Thread.sleep(100);
 * ChildProcess.start(nap).join();
 * }</pre>
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // run does the same, for who knows Runnable
public interface SerializableRunnable extends Runnable, Serializable {

  /**
   * Does the work.
   *
   * @throws Exception for any reason
   */
  void runOrThrow() throws Exception;

  /** Does the work; what {@link #runOrThrow} throws is thrown as it is, also if it is checked. */
  @Override
  default void run() {
    try {
      runOrThrow();
    } catch (Exception e) {
      throw Unchecked.<RuntimeException>raise(e);
    }
  }
}
