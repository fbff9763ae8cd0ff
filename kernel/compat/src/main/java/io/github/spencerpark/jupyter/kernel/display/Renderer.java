package io.github.spencerpark.jupyter.kernel.display;

import dev.weft.display.Display;
import dev.weft.display.MimeType;
import dev.weft.display.Renderers;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes formats of values, and takes functions that do so.
 *
 * <p>Functions become renderers of {@link Renderers}, so they hold wherever a value is shown.
 */
public class Renderer {

  private static final ScopedValue<Map<String, Object>> PARAMETERS = ScopedValue.newInstance();

  /** Notebooks get the kernel's. */
  public Renderer() {}

  /** Begins the registration of a function for values of a type. */
  public <T> RenderRegistration<T> createRegistration(Class<T> type) {
    return new RenderRegistration<>(type);
  }

  /** Registers a function for values of some types, in place of what was registered for them. */
  public <T> void register(
      Set<? extends MIMEType> supported,
      Set<? extends MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    Set<? extends MIMEType> shown = preferred.isEmpty() ? supported : preferred;
    for (Class<? extends T> type : types) {
      Renderers.register(new RegisteredFunction<>(this, type, List.copyOf(shown), function));
    }
  }

  /** Returns the formats in which a value is shown. */
  public DisplayData render(@Nullable Object value) {
    return render(value, Map.of());
  }

  /** Returns the formats in which a value is shown. */
  public DisplayData render(@Nullable Object value, Map<String, Object> params) {
    return renderAs(value, params);
  }

  /** Returns a value in some formats and as text. */
  public DisplayData renderAs(@Nullable Object value, String... types) {
    return renderAs(value, Map.of(), types);
  }

  /** Returns a value in some formats and as text. */
  public DisplayData renderAs(@Nullable Object value, Map<String, Object> params, String... types) {
    DisplayData out = newData();
    if (value instanceof DisplayData data) {
      out.assign(data);
      return out;
    }
    List<String> wanted = new ArrayList<>(Arrays.asList(types));
    if (!wanted.isEmpty() && !wanted.contains(MimeType.TEXT)) {
      wanted.add(MimeType.TEXT);
    }
    out.add(
        ScopedValue.where(PARAMETERS, params)
            .call(() -> Display.render(value, wanted.toArray(String[]::new))));
    return out;
  }

  /** Returns what the formats of a value are put into. */
  protected DisplayData newData() {
    return new DisplayData();
  }

  /** Returns the context for a function. */
  protected RenderContext newContext(
      List<? extends MIMEType> requested, Map<String, Object> params) {
    return new RenderContext(requested, this, params, newData());
  }

  /** Returns the context for a function that runs on behalf of whoever has called. */
  final RenderContext contextFor(List<? extends MIMEType> requested) {
    return newContext(requested, PARAMETERS.orElse(Map.of()));
  }

  /**
   * A registration that is not complete yet.
   *
   * @param <T> the type of the values
   */
  public class RenderRegistration<T> {

    private final Set<MIMEType> supported = new LinkedHashSet<>();
    private final Set<MIMEType> preferred = new LinkedHashSet<>();
    private final Set<Class<? extends T>> types = new LinkedHashSet<>();

    /** Begins a registration for values of a type. */
    protected RenderRegistration(Class<? extends T> type) {
      types.add(type);
    }

    /** Adds formats that the function can make. */
    public RenderRegistration<T> supporting(MIMEType... more) {
      supported.addAll(List.of(more));
      return this;
    }

    /** Adds formats that the function can make and the value is shown in. */
    public RenderRegistration<T> preferring(MIMEType... more) {
      preferred.addAll(List.of(more));
      return supporting(more);
    }

    /** Adds formats that the function can make. */
    public RenderRegistration<T> supporting(String... more) {
      return supporting(parse(more));
    }

    /** Adds formats that the function can make and the value is shown in. */
    public RenderRegistration<T> preferring(String... more) {
      return preferring(parse(more));
    }

    private static MIMEType[] parse(String... types) {
      return Arrays.stream(types).map(MIMEType::parse).toArray(MIMEType[]::new);
    }

    /** Adds a type of values. */
    public RenderRegistration<T> onType(Class<? extends T> type) {
      types.add(type);
      return this;
    }

    /** Registers the function. */
    public void register(RenderFunction<T> function) {
      Set<MIMEType> known = supported.isEmpty() ? DisplayDataRenderable.ANY : supported;
      Renderer.this.register(known, preferred, types, function);
    }
  }
}
