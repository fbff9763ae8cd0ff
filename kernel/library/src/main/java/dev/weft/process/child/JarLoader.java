package dev.weft.process.child;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads from the jars and folders that were added to the class path while the parent ran. */
final class JarLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  JarLoader() {
    super(new URL[0], JarLoader.class.getClassLoader());
  }

  void add(String entry) {
    try {
      addURL(Path.of(entry).toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
