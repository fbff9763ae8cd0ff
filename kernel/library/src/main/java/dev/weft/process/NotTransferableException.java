package dev.weft.process;

/**
 * A task, or a variable that its code reads, can't be sent to another process.
 *
 * <p>Thrown when the task is submitted, before any of it runs. The message names the variable, its
 * type, and the way from it to the object that is not serializable.
 *
 * <pre>{@code
 * var thread = new Thread();
 * ChildProcess.start(() -> thread.getName());   // throws, and says that thread can't travel
 * }</pre>
 */
public final class NotTransferableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** Makes one that says what can't travel, and why. */
  public NotTransferableException(String message, Throwable cause) {
    super(message, cause);
  }

  NotTransferableException(String message) {
    super(message);
  }
}
