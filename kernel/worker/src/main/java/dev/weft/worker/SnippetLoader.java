package dev.weft.worker;

import dev.weft.link.ClassBytes;
import dev.weft.process.child.Children;
import dev.weft.process.ship.LambdaWeave;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of all cells, and those of the jars and folders that the user adds.
 *
 * <p>A cell's class is kept as bytes until it is first used, so that the order in which classes
 * arrive does not matter.
 */
final class SnippetLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String CLASS_PATH = "java.class.path";

  /** How class files name the types with which code starts child processes. */
  private static final List<String> CHILD_TYPES =
      List.of("dev/weft/process/ChildProcess", "dev/weft/process/ProcessPool");

  /** The class files as they came, of classes in use too: child processes get them. */
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

  private final List<Path> additions = new CopyOnWriteArrayList<>();
  private final ClassWeaver weaver;
  private volatile Consumer<byte[]> onLoad = classFile -> {};

  SnippetLoader(ClassWeaver weaver) {
    super(new URL[0], SnippetLoader.class.getClassLoader()); // a name would be in all stack traces
    this.weaver = weaver;
  }

  /** Says who sees each class file of a cell before it is used. */
  void onLoad(Consumer<byte[]> action) {
    onLoad = action;
  }

  /** Makes classes known, or replaces those that have not been used. */
  void add(List<ClassBytes> classes) {
    for (ClassBytes each : classes) {
      classFiles.put(each.name(), each.bytes());
    }
  }

  /** The class file as it came last, or null for a class that is not of a cell. */
  byte @Nullable [] classFile(String name) {
    return classFiles.get(name);
  }

  /** The jars and folders that the user has added, in order. */
  List<Path> additions() {
    return additions;
  }

  /** The class, if it has been used already. */
  Optional<Class<?>> loaded(String name) {
    synchronized (getClassLoadingLock(name)) {
      return Optional.ofNullable(findLoadedClass(name));
    }
  }

  /** The classes of cells that have been used already. */
  List<Class<?>> loaded() {
    List<Class<?>> used = new ArrayList<>();
    classFiles.keySet().forEach(name -> loaded(name).ifPresent(used::add));
    return used;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classFiles.get(name);
    if (bytes == null) {
      return super.findClass(name);
    }
    if (LambdaWeave.names(bytes, CHILD_TYPES)) {
      Children.here().prepare();
    }
    onLoad.accept(bytes);
    byte[] woven = weaver.weave(bytes);
    return defineClass(name, woven, 0, woven.length);
  }

  /** Adds jars and folders, all or none; returns why they could not be added. */
  Optional<String> addToClassPath(List<String> entries) {
    List<URL> urls = new ArrayList<>();
    for (String entry : entries) {
      try {
        urls.add(urlOf(Path.of(entry)));
      } catch (IOException | IllegalArgumentException e) {
        return Optional.of("Cannot add " + entry + " to the class path: " + e.getMessage());
      }
    }
    urls.forEach(this::addURL);
    entries.forEach(entry -> additions.add(Path.of(entry)));
    entries.forEach(SnippetLoader::tellProperty);
    return Optional.empty();
  }

  /** Programs that start another JVM for their classes look at the property. */
  private static void tellProperty(String entry) {
    String path = System.getProperty(CLASS_PATH, "");
    System.setProperty(CLASS_PATH, path.isEmpty() ? entry : path + File.pathSeparator + entry);
  }

  private static URL urlOf(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new MalformedURLException("there is no such file or folder");
    }
    if (Files.isRegularFile(path)) {
      new ZipFile(path.toFile()).close();
    }
    return path.toUri().toURL();
  }
}
