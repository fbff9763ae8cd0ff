package dev.weft.worker;

import dev.weft.link.ClassBytes;
import dev.weft.worker.guard.Guarded;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts new code into classes: really, where they are in use, or before their first use. */
final class Redefiner {

  private final SnippetLoader loader;
  private final ClassWeaver weaver;

  Redefiner(SnippetLoader loader, ClassWeaver weaver) {
    this.loader = loader;
    this.weaver = weaver;
  }

  /** Redefines all of the classes or none; returns the reason for none. */
  Optional<String> redefine(List<ClassBytes> classes) {
    List<ClassDefinition> used = new ArrayList<>();
    for (ClassBytes each : classes) {
      Optional<Class<?>> loaded = loader.loaded(each.name());
      if (loaded.isPresent()) {
        used.add(new ClassDefinition(loaded.get(), weaver.weave(each.bytes())));
      }
    }
    Optional<String> refusal = used.isEmpty() ? Optional.empty() : redefineUsed(used);
    if (refusal.isEmpty()) {
      loader.add(classes);
    }
    return refusal;
  }

  /**
   * Weaves the classes in use once more, as there is more to weave; what can't be stays as it is.
   */
  void weaveAgain() {
    for (Class<?> type : loader.loaded()) {
      byte[] bytes = loader.classFile(type.getName());
      if (bytes != null) {
        Optional<String> unused =
            redefineUsed(List.of(new ClassDefinition(type, weaver.weave(bytes))));
      }
    }
  }

  private static Optional<String> redefineUsed(List<ClassDefinition> classes) {
    Instrumentation instrumentation = WorkerAgent.instrumentation();
    if (instrumentation == null) {
      return Optional.of("the worker was started without its agent");
    }
    try {
      instrumentation.redefineClasses(classes.toArray(new ClassDefinition[0]));
      return Optional.empty();
    } catch (ClassNotFoundException
        | UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError e) {
      return Optional.of(Guarded.describe(e));
    }
  }
}
