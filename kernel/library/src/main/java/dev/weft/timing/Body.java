package dev.weft.timing;

/**
 * Code that is measured for what it does.
 *
 * <pre>{@code
 * Body sleep = () -> Thread.sleep(10);
 * }</pre>
 */
@FunctionalInterface
public interface Body {

  /** Does it once. */
  void run() throws Exception;
}
