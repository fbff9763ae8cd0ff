package org.dflib.jjava.jupyter.kernel.display;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/** Makes formats of values, and takes functions that do so. */
public final class Renderer extends io.github.spencerpark.jupyter.kernel.display.Renderer {

  /** Notebooks get the kernel's. */
  public Renderer() {}

  @Override
  public <T> RenderRegistration<T> createRegistration(Class<T> type) {
    return new RenderRegistration<>(type);
  }

  @Override
  public DisplayData render(@Nullable Object value) {
    return (DisplayData) super.render(value);
  }

  @Override
  public DisplayData render(@Nullable Object value, Map<String, Object> params) {
    return (DisplayData) super.render(value, params);
  }

  @Override
  public DisplayData renderAs(@Nullable Object value, String... types) {
    return (DisplayData) super.renderAs(value, types);
  }

  @Override
  public DisplayData renderAs(@Nullable Object value, Map<String, Object> params, String... types) {
    return (DisplayData) super.renderAs(value, params, types);
  }

  @Override
  protected DisplayData newData() {
    return new DisplayData();
  }

  @Override
  protected RenderContext newContext(
      List<? extends io.github.spencerpark.jupyter.kernel.display.mime.MIMEType> requested,
      Map<String, Object> params) {
    return new RenderContext(requested, this, params, newData());
  }

  /**
   * A registration that is not complete yet.
   *
   * @param <T> the type of the values
   */
  public final class RenderRegistration<T>
      extends io.github.spencerpark.jupyter.kernel.display.Renderer.RenderRegistration<T> {

    RenderRegistration(Class<? extends T> type) {
      super(type);
    }

    /** Adds formats that the function can make. */
    public RenderRegistration<T> supporting(MIMEType... more) {
      super.supporting(more);
      return this;
    }

    /** Adds formats that the function can make and the value is shown in. */
    public RenderRegistration<T> preferring(MIMEType... more) {
      super.preferring(more);
      return this;
    }

    @Override
    public RenderRegistration<T> supporting(
        io.github.spencerpark.jupyter.kernel.display.mime.MIMEType... more) {
      super.supporting(more);
      return this;
    }

    @Override
    public RenderRegistration<T> preferring(
        io.github.spencerpark.jupyter.kernel.display.mime.MIMEType... more) {
      super.preferring(more);
      return this;
    }

    @Override
    public RenderRegistration<T> supporting(String... more) {
      super.supporting(more);
      return this;
    }

    @Override
    public RenderRegistration<T> preferring(String... more) {
      super.preferring(more);
      return this;
    }

    @Override
    public RenderRegistration<T> onType(Class<? extends T> type) {
      super.onType(type);
      return this;
    }

    /** Registers the function. */
    public void register(RenderFunction<T> function) {
      super.register(function);
    }
  }
}
