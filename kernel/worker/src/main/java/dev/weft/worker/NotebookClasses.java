package dev.weft.worker;

import dev.weft.link.ClassBytes;
import dev.weft.process.child.ClassNames;
import dev.weft.process.ship.ClassBook;
import dev.weft.process.ship.LookupClass;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes of the cells as child processes get them: with all that is woven but the stops. */
final class NotebookClasses implements ClassBook {

  private final SnippetLoader loader;
  private final ClassWeaver weaver = new ClassWeaver(List.of(new PublicWeave(), new ShipWeave()));
  private final Map<String, Woven> woven = new ConcurrentHashMap<>();

  NotebookClasses(SnippetLoader loader) {
    this.loader = loader;
  }

  /** What was made of a class file. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity
  private record Woven(byte[] original, byte[] bytes) {}

  @Override
  public byte @Nullable [] bytes(String className) {
    if (className.equals(LookupClass.NAME)) {
      addLookup();
    }
    byte[] original = loader.classFile(className);
    if (original == null) {
      return null;
    }
    return woven.compute(className, (name, known) -> update(known, original)).bytes();
  }

  private synchronized void addLookup() {
    if (loader.classFile(LookupClass.NAME) == null) {
      loader.add(List.of(new ClassBytes(LookupClass.NAME, LookupClass.bytes())));
    }
  }

  @Override
  public MethodHandles.Lookup lookup() {
    addLookup();
    return LookupClass.in(loader);
  }

  private Woven update(@Nullable Woven known, byte[] original) {
    return known != null && known.original() == original
        ? known
        : new Woven(original, weaver.weave(original));
  }

  @Override
  public boolean isWrapper(String className) {
    return ClassNames.isWrapper(className);
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }
}
