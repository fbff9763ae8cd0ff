package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of a notebook as Weft knows renderers.
 *
 * @param owner makes the contexts
 * @param shown the formats in which values are shown unless others are asked for
 */
record RegisteredFunction<T>(
    Renderer owner, Class<T> type, List<MIMEType> shown, RenderFunction<? super T> function)
    implements dev.weft.display.Renderer<T> {

  @Override
  public dev.weft.display.@Nullable DisplayData render(T value) {
    return render(value, List.of());
  }

  @Override
  public dev.weft.display.@Nullable DisplayData render(T value, List<String> mimeTypes) {
    RenderContext context =
        owner.contextFor(
            mimeTypes.isEmpty() ? shown : mimeTypes.stream().map(MIMEType::parse).toList());
    function.render(value, context);
    DisplayData out = context.getOutputContainer();
    return out.isEmpty() ? null : out.toDisplayData();
  }
}
