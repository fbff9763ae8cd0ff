package dev.weft.input;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the person in front of the notebook for a line or a password.
 *
 * <p>A notebook has no terminal, so that {@link System#console()} is null there; this takes its
 * place. Lines can also be read from {@code System.in}, by whatever reads there. The methods block
 * until the person has answered. Threads that ask at the same time take turns.
 *
 * <pre>{@code
 * String name = Input.line("Name? ");
 * String password = Input.password("Password for " + name + "? ");
 * }</pre>
 */
public final class Input {

  /** Filled once, by the kernel that runs this code: notebooks call static methods. */
  private static final AtomicReference<@Nullable InputChannel> CHANNEL = new AtomicReference<>();

  private Input() {}

  /**
   * Connects this class to a notebook; for kernels, before any notebook code runs.
   *
   * @throws IllegalStateException if it is connected already
   */
  public static void connect(InputChannel channel) {
    if (!CHANNEL.compareAndSet(null, channel)) {
      throw new IllegalStateException("Input is connected already");
    }
  }

  /**
   * Asks for a line.
   *
   * @param prompt the question, shown in front of the input box
   * @return the line without its end, or null at end of input
   * @throws InputRefusedException if nobody can be asked: the client does not allow it, or the cell
   *     has ended
   * @throws java.io.UncheckedIOException if the thread is interrupted while it waits
   */
  public static @Nullable String line(String prompt) {
    return channel().ask(prompt, false);
  }

  /**
   * Asks for a line that is not shown while it is typed.
   *
   * @param prompt the question, shown in front of the input box
   * @return the line without its end, or null at end of input
   * @throws InputRefusedException as for {@link #line}
   * @throws java.io.UncheckedIOException if the thread is interrupted while it waits
   */
  public static @Nullable String password(String prompt) {
    return channel().ask(prompt, true);
  }

  private static InputChannel channel() {
    InputChannel channel = CHANNEL.get();
    return channel == null ? Terminal.INSTANCE : channel;
  }
}
