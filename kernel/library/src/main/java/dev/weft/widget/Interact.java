package dev.weft.widget;

import dev.weft.display.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Code that runs again whenever the person changes a control, and whose output stands below it.
 *
 * <p>It runs once at the beginning. What it prints, shows and returns takes the place of what was
 * there; so does what it throws.
 *
 * <pre>{@code
 * Interact.of(new IntSlider(0, 20).description("n"), n -> "n² = " + n * n)
 * }</pre>
 */
public final class Interact {

  private Interact() {}

  /**
   * Shows what a function makes of a control's value.
   *
   * @param body what it returns is shown; null shows nothing
   * @return the control with the output below it, to be shown
   */
  public static <T> VBox of(ValueControl<T, ?> control, Function<? super T, ?> body) {
    return of(List.of(control), () -> body.apply(control.value()));
  }

  /** Shows what a function makes of two controls' values; else as {@link #of}. */
  public static <A, B> VBox of(
      ValueControl<A, ?> first,
      ValueControl<B, ?> second,
      BiFunction<? super A, ? super B, ?> body) {
    return of(List.of(first, second), () -> body.apply(first.value(), second.value()));
  }

  /** Shows what code makes of any number of controls, whose values it reads; else as above. */
  public static VBox of(List<? extends ValueControl<?, ?>> controls, Supplier<?> body) {
    Output output = new Output();
    Runnable run = () -> output.replace(() -> show(body));
    run.run();
    controls.forEach(control -> control.onChange(changed -> run.run()));
    List<Widget> all = new ArrayList<>(controls);
    all.add(output);
    return new VBox(all.toArray(Widget[]::new));
  }

  /** Runs code that returns nothing, such as code that prints; else as {@link #of}. */
  public static <T> VBox run(ValueControl<T, ?> control, Consumer<? super T> body) {
    return of(
        control,
        value -> {
          body.accept(value);
          return null;
        });
  }

  private static void show(Supplier<?> body) {
    try {
      Object value = body.get();
      if (value != null) {
        Display.display(value);
      }
    } catch (RuntimeException e) {
      System.err.println(e);
    }
  }
}
