package dev.weft.front.jshell;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK and of the class path by their simple names; read when first asked for.
 *
 * <p>Belongs to the thread that owns the JShell.
 */
final class TypeIndex {

  private static final String CLASS = ".class";

  private final Supplier<List<String>> classPath;

  /** Folders of packages by the simple names of their classes. */
  private @Nullable Map<String, List<Path>> jdk;

  private final Set<String> packages = new HashSet<>();

  TypeIndex(Supplier<List<String>> classPath) {
    this.classPath = classPath;
  }

  /** Returns the full names of public classes with a simple name, the most usual ones first. */
  List<String> find(String simpleName) {
    List<String> found = new ArrayList<>();
    for (Path folder : jdk().getOrDefault(simpleName, List.of())) {
      if (isPublic(folder.resolve(simpleName + CLASS))) {
        found.add(packageOf(folder) + "." + simpleName);
      }
    }
    found.sort(Comparator.comparing((String n) -> !n.startsWith("java.")).thenComparing(n -> n));
    classPath.get().forEach(entry -> findIn(entry, simpleName, found));
    return found.stream().distinct().toList();
  }

  /** Returns the names of the packages of the JDK. */
  Set<String> packages() {
    jdk();
    return packages;
  }

  /** Returns the simple names of the classes in those packages of the JDK. */
  Set<String> namesIn(Collection<String> packageNames) {
    Set<String> names = new HashSet<>();
    jdk()
        .forEach(
            (name, folders) -> {
              if (folders.stream().anyMatch(f -> packageNames.contains(packageOf(f)))) {
                names.add(name);
              }
            });
    return names;
  }

  private static String packageOf(Path folder) {
    return folder.subpath(2, folder.getNameCount()).toString().replace('/', '.');
  }

  private static boolean isPublic(Path classFile) {
    try {
      return ClassFile.of().parse(classFile).flags().has(AccessFlag.PUBLIC);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private Map<String, List<Path>> jdk() {
    if (jdk == null) {
      jdk = new HashMap<>();
      FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
      for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
        Path root = runtime.getPath("modules", module.descriptor().name());
        for (ModuleDescriptor.Exports exported : module.descriptor().exports()) {
          if (!exported.isQualified()) {
            packages.add(exported.source());
            list(root.resolve(exported.source().replace('.', '/')), jdk);
          }
        }
      }
    }
    return jdk;
  }

  private static void list(Path folder, Map<String, List<Path>> into) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + CLASS)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.indexOf('$') < 0 && name.indexOf('-') < 0) {
          String simple = name.substring(0, name.length() - CLASS.length());
          into.computeIfAbsent(simple, n -> new ArrayList<>(1)).add(folder);
        }
      }
    } catch (IOException e) {
      // A package that can't be read has no candidates.
    }
  }

  private static void findIn(String jar, String simpleName, List<String> found) {
    String ending = "/" + simpleName + CLASS;
    if (!jar.endsWith(".jar")) {
      return;
    }
    try (JarFile file = new JarFile(jar);
        Stream<String> names = file.stream().map(entry -> entry.getName())) {
      names
          .filter(name -> name.endsWith(ending) && !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .forEach(found::add);
    } catch (IOException e) {
      // A jar that can't be read has no candidates.
    }
  }
}
