package dev.weft.input;

import org.jspecify.annotations.Nullable;

/**
 * What asks the person; implemented by a kernel, not by notebooks.
 *
 * <pre>{@code
 * Input.connect((prompt, password) -> "the answer");
 * }</pre>
 */
public interface InputChannel {

  /**
   * Asks for a line and waits for it; called by any thread.
   *
   * @param password whether the line must not be seen while it is typed
   * @return the line without its end, or null at end of input
   * @throws InputRefusedException if the caller may not ask
   */
  @Nullable String ask(String prompt, boolean password);
}
