package dev.weft.front.jshell;

import dev.weft.link.Thrown;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What helps with some exceptions, in one line. */
final class RuntimeHints {

  private static final Pattern CAST =
      Pattern.compile("class (\\S+) cannot be cast to class (\\S+)");

  private final ClassNames names;

  RuntimeHints(ClassNames names) {
    this.names = names;
  }

  /** Returns a hint where there is one that is right. */
  Optional<String> of(Thrown thrown) {
    Thrown root = RuntimeErrors.root(thrown);
    String message = root.message().orElse("");
    return switch (root.className()) {
      case "java.lang.OutOfMemoryError" -> Optional.of(memory(message));
      case "java.lang.StackOverflowError" ->
          Optional.of(
              "a method calls itself without end, or very deeply (%jvm -Xss sets the limit)");
      case "java.lang.ClassCastException" -> cast(message);
      case "java.lang.UnsupportedOperationException" -> immutable(root);
      case "java.util.ConcurrentModificationException" ->
          Optional.of(
              "a collection was changed while a loop went through it: loop over a copy, or use"
                  + " removeIf or an Iterator's remove");
      case "java.lang.ClassNotFoundException", "java.lang.NoClassDefFoundError" -> missing(message);
      case "java.lang.reflect.InaccessibleObjectException" ->
          Optional.of("%jvm --add-opens module/package=ALL-UNNAMED opens a package of the JDK");
      default -> Optional.empty();
    };
  }

  private static String memory(String message) {
    if (message.contains("native thread")) {
      return "too many threads at once: a pool or virtual threads need fewer";
    }
    return message.contains("Metaspace")
        ? "%jvm -XX:MaxMetaspaceSize=1g gives classes more memory"
        : "%jvm -Xmx4g gives the cells' JVM more memory (it starts anew)";
  }

  /** Two classes of one name are an old and a new one. */
  private Optional<String> cast(String message) {
    Matcher cast = CAST.matcher(message);
    if (!cast.find() || !base(cast.group(1)).equals(base(cast.group(2)))) {
      return Optional.empty();
    }
    Optional<String> before = names.declaredBy(cast.group(1));
    Optional<String> now = names.declaredBy(cast.group(2));
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    String type = base(cast.group(1));
    return Optional.of(
        "the object is of the %s that %s declared, the code means that of %s: make it anew"
            .formatted(type, before.get(), now.get()));
  }

  private static String base(String className) {
    return className.replaceFirst("_v\\d+$", "");
  }

  private static Optional<String> immutable(Thrown thrown) {
    boolean fixed =
        !thrown.frames().isEmpty()
            && thrown.frames().getFirst().className().startsWith("java.util.ImmutableCollections");
    return fixed
        ? Optional.of(
            "what List.of, Set.of, Map.of and toList() give can't be changed: new"
                + " ArrayList<>(...) makes a copy that can")
        : Optional.empty();
  }

  private static Optional<String> missing(String message) {
    boolean library = message.contains(".") || message.contains("/");
    return library && !message.startsWith("Could not initialize")
        ? Optional.of("a library is missing: %maven group:artifact:version adds one")
        : Optional.empty();
  }
}
