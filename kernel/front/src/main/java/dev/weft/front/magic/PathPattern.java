package dev.weft.front.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Paths by a pattern, in which {@code *} and {@code ?} stand for letters of a name, {@code **} for
 * any number of folders, and a slash at the end for all files of a folder.
 *
 * <p>Names are divided by slashes on every system; a leading {@code ~/} is the user's home.
 */
public final class PathPattern {

  private static final Pattern WILD = Pattern.compile(".*[*?].*");

  private PathPattern() {}

  /** Returns whether the pattern may stand for several paths. */
  public static boolean isWild(String pattern) {
    return WILD.matcher(pattern).matches() || pattern.endsWith("/");
  }

  /**
   * Returns the existing paths that a pattern stands for, sorted.
   *
   * @param base where relative patterns begin
   */
  public static List<Path> find(String pattern, Path base) {
    String text = pattern.startsWith("~/") ? home() + pattern.substring(1) : pattern;
    List<String> names = new ArrayList<>(List.of(text.split("/", -1)));
    Path start = base;
    while (names.size() > 1 && !isWild(names.getFirst())) {
      start = resolve(start, names.removeFirst());
    }
    List<Path> found = new ArrayList<>();
    search(start, names, found);
    return found.stream().map(Path::normalize).distinct().sorted().toList();
  }

  private static String home() {
    return System.getProperty("user.home").replace('\\', '/');
  }

  /** An empty first name is the root, a drive's name the root of that drive. */
  private static Path resolve(Path folder, String name) {
    boolean root = name.isEmpty() || name.matches("[A-Za-z]:");
    return folder.resolve(root ? name + "/" : name);
  }

  private static void search(Path folder, List<String> names, List<Path> found) {
    String name = names.getFirst();
    List<String> rest = names.subList(1, names.size());
    if (name.equals("**")) {
      folders(folder).forEach(each -> search(each, rest.isEmpty() ? List.of("*") : rest, found));
    } else if (rest.isEmpty()) {
      leaves(folder, name, found);
    } else if (WILD.matcher(name).matches()) {
      for (Path child : children(folder, matching(name))) {
        if (Files.isDirectory(child)) {
          search(child, rest, found);
        }
      }
    } else {
      search(resolve(folder, name), rest, found);
    }
  }

  private static void leaves(Path folder, String name, List<Path> found) {
    if (name.isEmpty()) {
      children(folder, _ -> true).stream().filter(Files::isRegularFile).forEach(found::add);
    } else if (WILD.matcher(name).matches()) {
      found.addAll(children(folder, matching(name)));
    } else if (exists(folder, name)) {
      found.add(folder.resolve(name));
    }
  }

  private static boolean exists(Path folder, String name) {
    try {
      return Files.exists(folder.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Predicate<String> matching(String name) {
    StringBuilder regex = new StringBuilder();
    name.chars()
        .forEach(
            c ->
                regex.append(
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    }));
    return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
  }

  private static List<Path> children(Path folder, Predicate<String> wanted) {
    List<Path> children = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path child : stream) {
          if (wanted.test(child.getFileName().toString())) {
            children.add(child);
          }
        }
      } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
        return List.of();
      }
    }
    return children;
  }

  private static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isDirectory).toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return List.of(folder);
    }
  }
}
