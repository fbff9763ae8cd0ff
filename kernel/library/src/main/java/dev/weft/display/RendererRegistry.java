package dev.weft.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The renderers by type; for kernels, notebooks use {@link Renderers}.
 *
 * <p>Safe for use by several threads.
 */
public final class RendererRegistry {

  /** Never changed, but replaced. */
  private volatile List<Renderer<?>> registered = List.of();

  private volatile List<Renderer<?>> provided = List.of();

  /** Creates an empty registry. */
  public RendererRegistry() {}

  /** Adds a renderer, in place of what was registered for its type. */
  public synchronized void register(Renderer<?> renderer) {
    List<Renderer<?>> changed = without(renderer.type());
    changed.add(renderer);
    registered = List.copyOf(changed);
  }

  /** Removes what was registered for a type; returns whether there was something. */
  public synchronized boolean unregister(Class<?> type) {
    List<Renderer<?>> changed = without(type);
    boolean found = changed.size() < registered.size();
    registered = List.copyOf(changed);
    return found;
  }

  private List<Renderer<?>> without(Class<?> type) {
    List<Renderer<?>> rest = new ArrayList<>(registered);
    rest.removeIf(each -> each.type() == type);
    return rest;
  }

  /** Sets the renderers that libraries bring, of which those registered take precedence. */
  public void setProvided(List<? extends Renderer<?>> renderers) {
    provided = List.copyOf(renderers);
  }

  /**
   * Returns the renderer for values of a class: of those for it, its superclasses and interfaces
   * the one for the most specific; of two that are equally specific the one registered last.
   */
  public Optional<Renderer<?>> find(Class<?> valueType) {
    Renderer<?> best = null;
    for (List<Renderer<?>> renderers : List.of(provided, registered)) {
      for (Renderer<?> each : renderers) {
        if (each.type().isAssignableFrom(valueType) && (best == null || !isBetter(best, each))) {
          best = each;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether the first is for a more specific type; classes count as more so than interfaces. */
  private static boolean isBetter(Renderer<?> first, Renderer<?> second) {
    Class<?> one = first.type();
    Class<?> other = second.type();
    if (one == other) {
      return false;
    }
    return other.isAssignableFrom(one)
        || (other.isInterface() && !one.isInterface() && !one.isAssignableFrom(other));
  }
}
