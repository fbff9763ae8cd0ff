package dev.weft.display;

import java.util.function.Function;

/**
 * How the notebook shows values of types that do not say so themselves.
 *
 * <p>A registration holds for the type and what is derived from it, for interfaces too, until it is
 * replaced or removed, and prevails over what the notebook shows otherwise. Where several fit a
 * value, the most specific type wins. The methods may be called by any thread.
 *
 * <pre>{@code
 * record Colour(String name) {}
 * Renderers.register(Colour.class, c -> DisplayData.html("<b style='color:" + c.name() + "'>■</b>"));
 * new Colour("teal")
 * }</pre>
 */
public final class Renderers {

  private Renderers() {}

  /**
   * Shows values of a type as the function says, in place of what was registered for the type.
   *
   * @param function returns null for a value that is to be shown as if nothing was registered; what
   *     it throws is told to the user, and the value is shown all the same
   */
  public static <T> void register(Class<T> type, Function<? super T, DisplayData> function) {
    register(new FunctionRenderer<>(type, function));
  }

  /** Shows values of the renderer's type as it says, in place of what was registered for it. */
  public static void register(Renderer<?> renderer) {
    Display.channel().renderers().register(renderer);
  }

  /** Removes what was registered for a type; returns whether there was something. */
  public static boolean unregister(Class<?> type) {
    return Display.channel().renderers().unregister(type);
  }

  private record FunctionRenderer<T>(Class<T> type, Function<? super T, DisplayData> function)
      implements Renderer<T> {

    @Override
    public DisplayData render(T value) {
      return function.apply(value);
    }
  }
}
