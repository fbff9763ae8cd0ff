package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which formats of a value are wanted, and where they are put. */
public class RenderContext {

  private final List<? extends MIMEType> requested;
  private final Renderer renderer;
  private final Map<String, Object> params;
  private final DisplayData out;

  /**
   * A context.
   *
   * @param requested the formats that are wanted; text is always
   */
  public RenderContext(
      List<? extends MIMEType> requested,
      Renderer renderer,
      Map<String, Object> params,
      DisplayData out) {
    this.requested = List.copyOf(requested);
    this.renderer = renderer;
    this.params = Map.copyOf(params);
    this.out = out;
  }

  /** Returns what renders values inside of the value. */
  public Renderer getRenderer() {
    return renderer;
  }

  /** Returns where the formats are put. */
  public DisplayData getOutputContainer() {
    return out;
  }

  /** Returns what the caller has said besides. */
  public Map<String, Object> getParams() {
    return params;
  }

  /** Returns a parameter, or null. */
  public @Nullable Object getParameter(String key) {
    return params.get(key);
  }

  /** Returns a parameter, or the default. */
  public Object getParameter(String key, Object defaultValue) {
    return params.getOrDefault(key, defaultValue);
  }

  /** Returns a parameter as text, or null. */
  public @Nullable String getParameterAsString(String key) {
    Object value = params.get(key);
    return value == null ? null : value.toString();
  }

  /** Returns a parameter as text, or the default. */
  public String getParameterAsString(String key, String defaultValue) {
    return getParameter(key, defaultValue).toString();
  }

  /** Returns a parameter as a whole number, or the default. */
  public Integer getParameterAsInt(String key, Integer defaultValue) {
    return Integer.valueOf(getParameterAsString(key, defaultValue.toString()));
  }

  /** Returns a parameter as a number, or the default. */
  public Double getParameterAsDouble(String key, Double defaultValue) {
    return Double.valueOf(getParameterAsString(key, defaultValue.toString()));
  }

  /** Returns a parameter as a boolean, or the default. */
  public Boolean getParameterAsBoolean(String key, Boolean defaultValue) {
    return Boolean.valueOf(getParameterAsString(key, defaultValue.toString()));
  }

  /** Returns whether content of that type is wanted. */
  public boolean wantsDataRenderedAs(MIMEType type) {
    return resolveRequestedType(type) != null;
  }

  /** Returns under which type content of that type is wanted, or null if it is not. */
  public @Nullable MIMEType resolveRequestedType(MIMEType supported) {
    if (supported.equals(MIMEType.TEXT_PLAIN)) {
      return supported;
    }
    for (MIMEType each : requested) {
      if (each.isWildcard() || each.subtypeIsWildcard()) {
        if (each.serves(supported)) {
          return supported;
        }
      } else if (supported.serves(each)) {
        return each;
      }
    }
    return null;
  }

  /** Has the content put where it belongs, if it is wanted; returns whether it is. */
  public boolean renderIfRequested(
      MIMEType supportedType, BiConsumer<MIMEType, DisplayData> renderFunction) {
    MIMEType type = resolveRequestedType(supportedType);
    if (type != null) {
      renderFunction.accept(type, getOutputContainer());
    }
    return type != null;
  }

  /** Has the content made, if it is wanted; returns whether it is. */
  public boolean renderIfRequested(
      MIMEType supportedType, Function<MIMEType, Object> renderFunction) {
    return renderIfRequested(
        supportedType, (type, data) -> data.putData(type, renderFunction.apply(type)));
  }

  /** Has the content made, if it is wanted; returns whether it is. */
  public boolean renderIfRequested(MIMEType supportedType, Supplier<Object> render) {
    return renderIfRequested(supportedType, (type, data) -> data.putData(type, render.get()));
  }
}
