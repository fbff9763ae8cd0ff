package dev.weft.worker.render;

import dev.weft.display.Renderer;
import dev.weft.display.RendererRegistry;
import dev.weft.worker.guard.Guarded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Looks for the renderers that jars bring, when something has been added to the class path. */
final class ProvidedRenderers {

  private final RendererRegistry registry;
  private final ClassLoader loader;
  private final IntSupplier additions;
  private volatile int seen;

  ProvidedRenderers(RendererRegistry registry, ClassLoader loader, IntSupplier additions) {
    this.registry = registry;
    this.loader = loader;
    this.additions = additions;
  }

  void update() {
    int now = additions.getAsInt();
    if (now != seen) {
      seen = now;
      registry.setProvided(find());
    }
  }

  private List<Renderer<?>> find() {
    List<Renderer<?>> found = new ArrayList<>();
    String problem = Guarded.problem(() -> addAll(found));
    report(problem);
    return found;
  }

  /** One that cannot be made does not hinder the others. */
  @SuppressWarnings("rawtypes")
  private void addAll(List<Renderer<?>> found) {
    Iterator<Renderer> all = ServiceLoader.load(Renderer.class, loader).iterator();
    while (all.hasNext()) {
      report(
          Guarded.problem(
              () -> {
                Renderer<?> renderer = all.next();
                if (renderer.type() != null) {
                  found.add(renderer);
                }
              }));
    }
  }

  private static void report(@Nullable String problem) {
    if (problem != null) {
      System.err.println("A renderer on the class path is left out: " + problem);
    }
  }
}
