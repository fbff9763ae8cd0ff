package dev.weft.front.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Magics that put jars and folders of this machine on the class path. */
public final class ClassPathMagics {

  private ClassPathMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("jars")
            .summary("adds jars to the class path")
            .parameter(pattern("as lib/*.jar; a slash at the end means all jars of a folder"))
            .line((arguments, context) -> add(arguments, context, true))
            .build(),
        Magic.named("classpath")
            .summary("adds jars and folders to the class path, or lists what was added")
            .parameter(pattern("as target/classes or lib/*.jar"))
            .line((arguments, context) -> add(arguments, context, false))
            .build());
  }

  private static Parameter pattern(String help) {
    return Parameter.of(Parameter.Kind.FILE, "PATTERN...", help);
  }

  private static MagicValue add(Arguments arguments, MagicContext context, boolean jarsOnly)
      throws MagicException {
    if (arguments.words().isEmpty()) {
      return jarsOnly ? nothing() : list(arguments, context);
    }
    List<Path> paths = new ArrayList<>();
    for (String pattern : arguments.words()) {
      List<Path> found = find(pattern, context.worker().directory(), jarsOnly);
      if (found.isEmpty()) {
        missing(pattern, context);
      }
      paths.addAll(found);
    }
    return MagicValue.texts(texts(context.java().addToClassPath(paths)));
  }

  private static MagicValue nothing() throws MagicException {
    throw new MagicException("Write which jars to add: %jars lib/*.jar");
  }

  private static MagicValue list(Arguments arguments, MagicContext context) {
    List<String> paths = texts(context.java().classPath());
    if (!arguments.isAssigned()) {
      paths.forEach(context.output()::println);
    }
    return MagicValue.texts(paths);
  }

  private static List<Path> find(String pattern, Path folder, boolean jarsOnly) {
    List<Path> found = PathPattern.find(pattern, folder);
    boolean filtered = jarsOnly && PathPattern.isWild(pattern);
    return found.stream().filter(path -> !filtered || path.toString().endsWith(".jar")).toList();
  }

  /** A pattern may find nothing, as in a shell; a path that is written out may not. */
  private static void missing(String pattern, MagicContext context) throws MagicException {
    if (!PathPattern.isWild(pattern)) {
      throw new MagicException(
          "There is no " + pattern + " in " + context.worker().directory() + ".");
    }
    context.output().printError("Nothing matches " + pattern + ".\n");
  }

  private static List<String> texts(List<Path> paths) {
    return paths.stream().map(Path::toString).toList();
  }
}
