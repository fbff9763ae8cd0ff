package dev.weft.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A control by which the person takes one of several values.
 *
 * <pre>{@code
 * Choice<String, ?> unit = new Dropdown<>("m", "km");
 * unit.onChange(chosen -> System.out.println(chosen));
 * }</pre>
 *
 * @param <T> the type of the values
 * @param <W> the widget itself
 */
public abstract class Choice<T, W extends Choice<T, W>> extends ValueControl<T, W> {

  private final List<T> options;

  Choice(String name, Map<String, T> labelled) {
    super(ModelType.control(name), "Description", "index", first(labelled));
    options = List.copyOf(labelled.values());
    model().set("_options_labels", new ArrayList<>(labelled.keySet()));
    model().set("index", 0);
  }

  private static <T> T first(Map<String, T> labelled) {
    if (labelled.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to choose from: give some options.");
    }
    return labelled.values().iterator().next();
  }

  /** Returns what there is to choose from, in order. */
  public final List<T> options() {
    return options;
  }

  @Override
  final T nearest(T wanted) {
    if (!options.contains(wanted)) {
      throw new IllegalArgumentException(wanted + " is none of the options " + options + ".");
    }
    return wanted;
  }

  @Override
  final Object toJson(T of) {
    return options.indexOf(of);
  }

  @Override
  final @Nullable T fromJson(@Nullable Object json) {
    return json instanceof Number index
            && index.longValue() >= 0
            && index.longValue() < options.size()
        ? options.get(index.intValue())
        : null;
  }
}
