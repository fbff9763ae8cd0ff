package dev.weft.worker.render;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.display.MimeType;
import dev.weft.display.Renderer;
import dev.weft.display.RendererRegistry;
import dev.weft.worker.guard.Guarded;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a value what a notebook shows of it, whatever the value's own methods do.
 *
 * <p>Used by several threads.
 */
public final class ValueRenderer {

  private final RendererRegistry registry;
  private final ProvidedRenderers provided;
  private final Adapters adapters = new Adapters();

  /**
   * Creates a renderer.
   *
   * @param registry the renderers of the user, which prevail
   * @param loader loads the classes of the user's class path
   * @param additions tells how often something was added to that
   */
  public ValueRenderer(RendererRegistry registry, ClassLoader loader, IntSupplier additions) {
    this.registry = registry;
    provided = new ProvidedRenderers(registry, loader, additions);
  }

  /**
   * Returns what to show; always with text.
   *
   * @param mimeTypes the formats that are wanted; empty for all
   */
  public DisplayData render(@Nullable Object value, List<String> mimeTypes) {
    if (value == null) {
      return DisplayData.text("null");
    }
    if (value instanceof DisplayData data) {
      return data;
    }
    DisplayData data = custom(value, mimeTypes);
    if (data == null && value instanceof Displayable displayable) {
      data = own(displayable);
    }
    if (data == null) {
      data = adapters.render(value).orElse(null);
    }
    DisplayData shown = data == null ? standard(value) : withText(value, data);
    return mimeTypes.isEmpty() ? shown : Conversions.add(value, mimeTypes, shown);
  }

  private static DisplayData withText(Object value, DisplayData data) {
    return data.data().containsKey(DisplayData.TEXT)
        ? data
        : data.with(DisplayData.TEXT, PlainText.of(value));
  }

  private @Nullable DisplayData custom(Object value, List<String> mimeTypes) {
    provided.update();
    Optional<Renderer<?>> renderer = registry.find(value.getClass());
    return renderer.isEmpty() ? null : custom(renderer.get(), value, mimeTypes);
  }

  private static <T> @Nullable DisplayData custom(
      Renderer<T> renderer, Object value, List<String> mimeTypes) {
    DisplayData[] result = new DisplayData[1];
    String problem =
        Guarded.problem(() -> result[0] = renderer.render(renderer.type().cast(value), mimeTypes));
    if (problem != null) {
      System.err.println(
          "The renderer for " + renderer.type().getName() + " threw " + problem + ".");
    }
    return result[0];
  }

  private static DisplayData own(Displayable value) {
    DisplayData[] result = new DisplayData[1];
    String problem = Guarded.problem(() -> result[0] = value.toDisplayData());
    if (problem != null) {
      String name = value.getClass().getName();
      return DisplayData.text("(toDisplayData of " + name + " threw " + problem + ")");
    }
    return result[0] == null || result[0].data().isEmpty()
        ? DisplayData.text(PlainText.of(value))
        : result[0];
  }

  private static DisplayData standard(Object value) {
    if (value instanceof CharSequence) {
      return DisplayData.text(PlainText.of(value));
    }
    Optional<Tables.Laid> laid = Tables.of(value);
    DisplayData text = DisplayData.text(PlainText.of(value, laid));
    return laid.isEmpty() ? text : text.with(MimeType.HTML, HtmlTable.format(laid.get().table()));
  }

  /** Returns a value as text. */
  public static String text(@Nullable Object value) {
    return PlainText.of(value);
  }
}
