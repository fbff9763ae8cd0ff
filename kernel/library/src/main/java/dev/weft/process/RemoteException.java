package dev.weft.process;

/**
 * Stands for an exception of another process that can't travel as it is, such as one whose fields
 * are not serializable.
 *
 * <p>The message names its class and holds its message; the stack trace and the causes are those of
 * the original.
 *
 * <pre>{@code
 * var p = ChildProcess.start(() -> { throw new ExceptionWithSocket(socket); });
 * try {
 *   p.result();
 * } catch (ExecutionException e) {
 *   e.getCause().getMessage();                 // "ExceptionWithSocket: ..."
 * }
 * }</pre>
 */
public final class RemoteException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * Makes one.
   *
   * @param text class and message of the original
   * @param trace where that was thrown
   */
  public RemoteException(String text, StackTraceElement[] trace) {
    super(text);
    setStackTrace(trace);
  }
}
