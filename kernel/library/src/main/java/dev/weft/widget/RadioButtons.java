package dev.weft.widget;

import java.util.List;
import java.util.Map;

/**
 * Buttons one below the other of which one is down.
 *
 * <pre>{@code
 * new RadioButtons<>(List.of(1, 2, 4, 8)).description("threads")
 * }</pre>
 *
 * @param <T> the type of the values
 */
public final class RadioButtons<T> extends Choice<T, RadioButtons<T>> {

  /**
   * Makes one of these options, shown by their text; the first is chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public RadioButtons(T... options) {
    this(List.of(options));
  }

  /**
   * Makes one of these options, shown by their text; the first is chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RadioButtons(List<? extends T> options) {
    this(Options.<T>labelled(options));
  }

  /**
   * Makes one of these options, shown by their keys in the map's order; the first is chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RadioButtons(Map<String, T> options) {
    super("RadioButtons", options);
  }
}
