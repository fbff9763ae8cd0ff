package dev.weft.front.analysis;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The names of all classes that code may use, by package.
 *
 * <p>The first question costs some tens of milliseconds, as it reads the lists of the JDK's modules
 * and of the class path; later ones nothing. Any thread may ask.
 */
public final class ClassIndex {

  private static final String CLASS = ".class";

  private @Nullable Map<String, List<String>> jdk;
  private final Map<Path, Map<String, List<String>>> libraries = new LinkedHashMap<>();
  private List<Path> path = List.of();
  private Map<String, List<String>> all = Map.of();

  /** Returns the simple names of the top-level classes of each package. */
  public synchronized Map<String, List<String>> classes(List<Path> classPath) {
    if (jdk == null || !path.equals(classPath)) {
      Map<String, List<String>> known = jdk == null ? ofModules() : jdk;
      jdk = known;
      path = classPath;
      Map<String, List<String>> merged = new TreeMap<>(known);
      for (Path each : classPath) {
        libraries
            .computeIfAbsent(each, ClassIndex::ofPath)
            .forEach((name, types) -> merged.merge(name, types, ClassIndex::joined));
      }
      all = merged;
    }
    return all;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private static Map<String, List<String>> ofModules() {
    Map<String, List<String>> found = new HashMap<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      Set<String> exported =
          module.descriptor().exports().stream()
              .filter(e -> !e.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
      try (ModuleReader reader = module.open();
          Stream<String> names = reader.list()) {
        add(names, exported, found);
      } catch (IOException e) {
        // a module that can't be read has nothing to offer
      }
    }
    return found;
  }

  private static Map<String, List<String>> ofPath(Path path) {
    Map<String, List<String>> found = new HashMap<>();
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          add(files.map(f -> path.relativize(f).toString().replace('\\', '/')), null, found);
        }
      } else if (Files.isRegularFile(path)) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
          add(zip.stream().map(ZipEntry::getName), null, found);
        }
      }
    } catch (IOException e) {
      // what can't be read has nothing to offer
    }
    return found;
  }

  private static void add(
      Stream<String> names, @Nullable Set<String> exported, Map<String, List<String>> found) {
    names
        .filter(name -> name.endsWith(CLASS) && name.indexOf('$') < 0 && name.indexOf('-') < 0)
        .forEach(
            name -> {
              int slash = name.lastIndexOf('/');
              String pack = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
              if (!pack.isEmpty() && (exported == null || exported.contains(pack))) {
                String type = name.substring(slash + 1, name.length() - CLASS.length());
                found.computeIfAbsent(pack, p -> new ArrayList<>()).add(type);
              }
            });
  }

  /** Returns the names of the system's modules. */
  public static Collection<String> modules() {
    return ModuleFinder.ofSystem().findAll().stream().map(m -> m.descriptor().name()).toList();
  }
}
