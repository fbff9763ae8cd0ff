package dev.weft.widget;

import java.util.List;
import java.util.Map;

/**
 * A list that unfolds, from which the person takes one.
 *
 * <pre>{@code
 * new Dropdown<>("red", "green", "blue").description("colour")
 * }</pre>
 *
 * @param <T> the type of the values
 */
public final class Dropdown<T> extends Choice<T, Dropdown<T>> {

  /**
   * Makes one of these options, shown by their text; the first is chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public Dropdown(T... options) {
    this(List.of(options));
  }

  /**
   * Makes one of these options, shown by their text; the first is chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Dropdown(List<? extends T> options) {
    this(Options.<T>labelled(options));
  }

  /**
   * Makes one of these options, shown by their keys in the map's order; the first is chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Dropdown(Map<String, T> options) {
    super("Dropdown", options);
  }
}
