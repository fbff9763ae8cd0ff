package dev.weft.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints values as text, where there is no notebook. */
final class ConsoleDisplay implements DisplayChannel {

  static final ConsoleDisplay INSTANCE = new ConsoleDisplay();

  private final RendererRegistry renderers = new RendererRegistry();

  private ConsoleDisplay() {}

  @Override
  public DisplayData render(@Nullable Object value, List<String> mimeTypes) {
    if (value instanceof DisplayData data) {
      return data;
    }
    DisplayData data = value == null ? null : custom(value, mimeTypes);
    if (data == null) {
      return DisplayData.text(String.valueOf(value));
    }
    return data.data().containsKey(DisplayData.TEXT)
        ? data
        : data.with(DisplayData.TEXT, String.valueOf(value));
  }

  private @Nullable DisplayData custom(Object value, List<String> mimeTypes) {
    Renderer<?> renderer = renderers.find(value.getClass()).orElse(null);
    if (renderer != null) {
      return render(renderer, value, mimeTypes);
    }
    return value instanceof Displayable displayable ? displayable.toDisplayData() : null;
  }

  private static <T> @Nullable DisplayData render(
      Renderer<T> renderer, Object value, List<String> mimeTypes) {
    return renderer.render(renderer.type().cast(value), mimeTypes);
  }

  @Override
  public void display(DisplayData data, Optional<String> id, boolean update) {
    String text = data.data().get(DisplayData.TEXT);
    System.out.println(text == null ? "(" + String.join(", ", data.data().keySet()) + ")" : text);
  }

  /** What a console shows stays. */
  @Override
  public void clear(boolean waitForOutput) {}

  @Override
  public RendererRegistry renderers() {
    return renderers;
  }
}
