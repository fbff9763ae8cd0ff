package dev.weft.magic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to the kernel; implemented by a kernel, not by notebooks.
 *
 * <p>Its methods are called by any thread. The first three block until the kernel has answered, and
 * throw {@link KernelCallException} where it says no.
 */
public interface KernelChannel {

  /** Runs code in the calling thread and returns its value. */
  @Nullable Object eval(String code);

  /** Carries out a line magic and returns its value. */
  @Nullable Object lineMagic(String name, List<String> arguments);

  /** Carries out a cell magic and returns its value. */
  @Nullable Object cellMagic(String name, List<String> arguments, String body);

  /** Tells the kernel which magics notebook code offers from now on. */
  void offer(List<Offer> magics);

  /**
   * A magic that notebook code offers.
   *
   * @param isLine whether it has a line form
   * @param isCell whether it has a cell form
   */
  record Offer(String name, String summary, boolean isLine, boolean isCell) {}
}
