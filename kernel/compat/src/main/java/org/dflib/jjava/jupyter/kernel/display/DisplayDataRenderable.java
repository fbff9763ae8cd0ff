package org.dflib.jjava.jupyter.kernel.display;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** A value that puts itself into the formats that are wanted. */
public interface DisplayDataRenderable
    extends io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable {

  /** Any type. */
  Set<MIMEType> ANY = Set.of(MIMEType.ANY);

  @Override
  default Set<? extends MIMEType> getSupportedRenderTypes() {
    return ANY;
  }

  @Override
  default Set<? extends MIMEType> getPreferredRenderTypes() {
    return getSupportedRenderTypes();
  }

  /** Adds the formats to what the context gives. */
  void render(RenderContext context);

  @Override
  default void render(io.github.spencerpark.jupyter.kernel.display.RenderContext context) {
    render((RenderContext) context);
  }

  @Override
  default dev.weft.display.DisplayData toDisplayData() {
    DisplayData out = new DisplayData();
    List<MIMEType> wanted = List.copyOf(getPreferredRenderTypes());
    render(new RenderContext(wanted, new Renderer(), Map.of(), out));
    return out.toDisplayData();
  }
}
