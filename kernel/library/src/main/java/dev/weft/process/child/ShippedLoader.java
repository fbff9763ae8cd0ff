package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import dev.weft.process.ship.LookupClass;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes that the parent has sent, and asks for those that it has not. It has no name,
 * as that would stand before each class in stack traces.
 */
final class ShippedLoader extends ClassLoader implements ClassBook {

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Requests requests;

  /**
   * Makes a loader without classes.
   *
   * @param requests asks the parent for class files
   */
  ShippedLoader(ClassLoader parent, Requests requests) {
    super(parent);
    this.requests = requests;
  }

  void add(String name, byte[] file) {
    files.put(name, file);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = files.get(name);
    if (file == null) {
      file = requests.classFile(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      files.put(name, file);
    }
    return defineClass(name, file, 0, file.length);
  }

  @Override
  public byte @Nullable [] bytes(String className) {
    return files.get(className);
  }

  /** As in the parent: a class of the package of a notebook's cells that is in no other class. */
  @Override
  public boolean isWrapper(String className) {
    return ClassNames.isWrapper(className);
  }

  @Override
  public MethodHandles.Lookup lookup() {
    return LookupClass.in(this);
  }

  @Override
  public ClassLoader loader() {
    return this;
  }
}
