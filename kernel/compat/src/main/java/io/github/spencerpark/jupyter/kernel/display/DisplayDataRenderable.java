package io.github.spencerpark.jupyter.kernel.display;

import dev.weft.display.Displayable;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value that puts itself into the formats that are wanted. */
public interface DisplayDataRenderable extends Displayable {

  /** Any type. */
  Set<MIMEType> ANY = Set.of(MIMEType.ANY);

  /** Returns the formats that it has. */
  default Set<? extends MIMEType> getSupportedRenderTypes() {
    return ANY;
  }

  /** Returns the formats to show it in. */
  default Set<? extends MIMEType> getPreferredRenderTypes() {
    return getSupportedRenderTypes();
  }

  /** Adds the formats to what the context gives. */
  void render(RenderContext context);

  @Override
  default dev.weft.display.DisplayData toDisplayData() {
    DisplayData out = new DisplayData();
    List<MIMEType> wanted = List.copyOf(getPreferredRenderTypes());
    render(new RenderContext(wanted, new Renderer(), Map.of(), out));
    return out.toDisplayData();
  }
}
