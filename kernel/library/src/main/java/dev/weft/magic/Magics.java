package dev.weft.magic;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Calls the kernel from Java code: magics and code that is known only at run time.
 *
 * <p>Any thread may call as long as a cell runs. A call waits until the kernel has done what it was
 * asked to; the kernel does one thing at a time. What an exception ends in code that was called is
 * thrown as that exception; everything else that fails as {@link KernelCallException}, and so do
 * calls while no cell runs, or outside of a notebook.
 *
 * <pre>{@code
 * int three = Magics.eval("1 + 2");
 * List<String> files = Magics.lineMagic("sh", List.of("ls"));
 * }</pre>
 */
public final class Magics {

  /** Filled once, by the kernel that runs this code: notebooks call static methods. */
  private static final AtomicReference<@Nullable KernelChannel> CHANNEL = new AtomicReference<>();

  private Magics() {}

  /**
   * Connects this class to a kernel; for kernels, before any notebook code runs.
   *
   * @throws IllegalStateException if it is connected already
   */
  public static void connect(KernelChannel channel) {
    if (!CHANNEL.compareAndSet(null, channel)) {
      throw new IllegalStateException("Magics is connected already");
    }
  }

  /**
   * Runs code as a cell, in the calling thread: what it declares is there for later cells.
   *
   * @return the value of the last expression, or null; of the type that the caller expects
   * @throws KernelCallException if the code does not compile
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T eval(String code) {
    return cast(channel().eval(code));
  }

  /**
   * Carries out a line magic.
   *
   * @param name its name without the percent sign
   * @return its value, or null
   * @throws KernelCallException if there is no such magic, or it fails
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T lineMagic(String name, List<String> arguments) {
    UserMagic own = UserMagics.find(name);
    return cast(
        own != null ? own.callLine(arguments) : channel().lineMagic(name, List.copyOf(arguments)));
  }

  /**
   * Carries out a cell magic.
   *
   * @param name its name without the percent signs
   * @param body what would stand below the cell's first line
   * @return its value, or null
   * @throws KernelCallException if there is no such magic, or it fails
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T cellMagic(
      String name, List<String> arguments, String body) {
    UserMagic own = UserMagics.find(name);
    return cast(
        own != null
            ? own.callCell(arguments, body)
            : channel().cellMagic(name, List.copyOf(arguments), body));
  }

  /** Prints as {@link java.io.PrintStream#printf(String, Object...)} does. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  public static void printf(String format, @Nullable Object... arguments) {
    System.out.printf(format, arguments);
  }

  /** The caller says which type it expects, and whether that can be null. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  private static <T extends @Nullable Object> T cast(@Nullable Object value) {
    return (T) value;
  }

  static void offer(List<UserMagic> magics) {
    KernelChannel channel = CHANNEL.get();
    if (channel != null) {
      channel.offer(magics.stream().map(UserMagic::offer).toList());
    }
  }

  private static KernelChannel channel() {
    KernelChannel channel = CHANNEL.get();
    if (channel == null) {
      throw new KernelCallException("NoKernel", "This code does not run in a notebook.");
    }
    return channel;
  }
}
