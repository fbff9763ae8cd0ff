package org.dflib.jjava.jupyter.kernel.display;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Which formats of a value are wanted, and where they are put. */
public final class RenderContext
    extends io.github.spencerpark.jupyter.kernel.display.RenderContext {

  private final Renderer renderer;
  private final DisplayData out;

  RenderContext(
      List<? extends io.github.spencerpark.jupyter.kernel.display.mime.MIMEType> requested,
      Renderer renderer,
      Map<String, Object> params,
      DisplayData out) {
    super(requested, renderer, params, out);
    this.renderer = renderer;
    this.out = out;
  }

  @Override
  public Renderer getRenderer() {
    return renderer;
  }

  @Override
  public DisplayData getOutputContainer() {
    return out;
  }

  /** Returns whether content of that type is wanted; as jars that were made for JJava call it. */
  public boolean wantsDataRenderedAs(MIMEType type) {
    return resolveRequestedType(type) != null;
  }

  /** Has the content made, if it is wanted; as jars that were made for JJava call it. */
  public boolean renderIfRequested(MIMEType supportedType, Supplier<Object> render) {
    return renderIfRequested(supportedType, (type, data) -> data.putData(type, render.get()));
  }
}
