package dev.weft.front.jshell;

import dev.weft.front.jshell.LibraryClasses.LibraryClass;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's files.
 *
 * <p>JShell asks for the paths of the class path only to index every class of the JDK, in a thread
 * of its own, as soon as anything is analysed. That waits here until somebody wants a completion.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {

  private static final String CLASS_PATH = "-classpath";

  private static final String JDK = "SYSTEM_MODULES[";

  private final LibraryClasses libraries;
  private final CountDownLatch indexWanted;
  private final Supplier<List<ServedClass>> served;

  /** What the JDK's packages have, which each kind of task asks for anew. */
  private final Map<Question, Iterable<JavaFileObject>> answers = new HashMap<>();

  private record Question(
      JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds) {}

  /**
   * Files for a compiler.
   *
   * @param libraries what user code is compiled against before any class path is set
   * @param served what it finds beside the class path, in the package of the cells' classes
   */
  CompilerFiles(
      StandardJavaFileManager files,
      LibraryClasses libraries,
      CountDownLatch indexWanted,
      Supplier<List<ServedClass>> served) {
    super(files);
    this.served = served;
    this.libraries = libraries;
    this.indexWanted = indexWanted;
    setClassPath(List.of());
  }

  private void setClassPath(List<Path> added) {
    List<Path> all = new ArrayList<>(libraries.folders());
    all.addAll(added);
    try {
      fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, all);
    } catch (IOException e) {
      throw new UncheckedIOException("Unable to use the class path " + all, e);
    }
  }

  /**
   * Takes a class path without this JVM's own, with which JShell begins each: the kernel is not the
   * user's business.
   */
  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    if (!current.equals(CLASS_PATH)) {
      return fileManager.handleOption(current, remaining);
    }
    String path = remaining.next();
    String own = System.getProperty("java.class.path");
    String added = path.startsWith(own) ? path.substring(own.length()) : path;
    setClassPath(
        Arrays.stream(added.split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList());
    return true;
  }

  @Override
  public Iterable<JavaFileObject> list(
      JavaFileManager.Location location,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      boolean recurse)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      return packageName.equals(ServedClass.PACKAGE)
          ? List.copyOf(served.get())
          : onClassPath(packageName, kinds, recurse);
    }
    if (recurse || !location.getName().startsWith(JDK)) {
      return fileManager.list(location, packageName, kinds, recurse);
    }
    Question question = new Question(location, packageName, Set.copyOf(kinds));
    Iterable<JavaFileObject> known = answers.get(question);
    if (known == null) {
      known = fileManager.list(location, packageName, kinds, false);
      answers.put(question, known);
    }
    return known;
  }

  private Iterable<JavaFileObject> onClassPath(
      String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
    Iterable<JavaFileObject> added =
        fileManager.list(StandardLocation.CLASS_PATH, packageName, kinds, recurse);
    List<JavaFileObject> own = libraries.in(packageName);
    if (own.isEmpty() || !kinds.contains(JavaFileObject.Kind.CLASS)) {
      return added;
    }
    List<JavaFileObject> all = new ArrayList<>(own);
    added.forEach(all::add);
    return all;
  }

  @Override
  public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    return switch (file) {
      case ServedClass each -> each.binaryName();
      case LibraryClass each -> each.binaryName();
      default -> fileManager.inferBinaryName(location, file);
    };
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(JavaFileManager.Location location) {
    try {
      indexWanted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    Iterable<? extends Path> paths = fileManager.getLocationAsPaths(location);
    if (location != StandardLocation.CLASS_PATH) {
      return paths;
    }
    List<Path> all = new ArrayList<>(libraries.jars());
    paths.forEach(all::add);
    return all;
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void setLocation(JavaFileManager.Location location, Iterable<? extends File> files)
      throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public Iterable<? extends File> getLocation(JavaFileManager.Location location) {
    return fileManager.getLocation(location);
  }
}
