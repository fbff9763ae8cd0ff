package dev.weft.front.jshell;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which the classes of cells run.
 *
 * <p>JShell puts each snippet into a class such as {@code REPL.$JShell$12}, and a user's class into
 * that. It runs as {@code Point}, a later class of that name as {@code Point_v2}, and a snippet's
 * own class as {@code Cell-3}, after its cell: no class of a user's can have that name. A name once
 * given stays.
 */
final class ClassNames {

  /** How the method is called that holds the statements of a cell; no method of a user's can be. */
  static final String BODY = "top-level";

  static final String JSHELL_BODY = "do_it$";

  private static final String WRAPPER = "\\$JShell\\$[0-9A-Z_]+";

  /** In a constant pool parts of a name stand between slashes or dots. */
  private static final Pattern NAME =
      Pattern.compile("REPL[./](" + WRAPPER + ")(?:\\$(\\p{javaJavaIdentifierPart}+))?");

  /** Class names of ours, as they stand in front of a static member. */
  private static final Pattern OWNER =
      Pattern.compile("(?:\\bCell-\\d+(?:-\\d+)?|(?:REPL\\.)?" + WRAPPER + ")\\.");

  private final Map<String, String> given = new ConcurrentHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** A user's class by the name under which it runs, and the cell that declares it. */
  private final Map<String, String> declaredBy = new ConcurrentHashMap<>();

  /** Names a snippet's own class after its cell. */
  void nameWrapper(String className, int executionCount) {
    Matcher name = NAME.matcher(className);
    if (name.matches()) {
      given.computeIfAbsent(name.group(1), w -> free("Cell-" + executionCount, "-"));
    }
  }

  /** Returns a text in which what JShell has named has the names under which it runs. */
  String translate(String text) {
    if (text.equals(JSHELL_BODY)) {
      return BODY;
    }
    return text.contains("$JShell$") ? NAME.matcher(text).replaceAll(this::translate) : text;
  }

  private String translate(MatchResult name) {
    String wrapper = name.group(1);
    String nested = name.group(2);
    String own = given.getOrDefault(wrapper, wrapper);
    if (nested == null || Character.isDigit(nested.charAt(0))) {
      return Matcher.quoteReplacement(nested == null ? own : own + "$" + nested);
    }
    int end = nested.indexOf('$', 1);
    String top = end < 0 ? nested : nested.substring(0, end);
    String as = given.computeIfAbsent(wrapper + "$" + top, w -> freeForUser(top, own));
    return Matcher.quoteReplacement(as + nested.substring(top.length()));
  }

  private String freeForUser(String name, String wrapper) {
    String free = free(name, "_v");
    declaredBy.put(free, wrapper.replaceFirst("Cell-(\\d+).*", "Cell [$1]"));
    return free;
  }

  private String free(String name, String separator) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + separator + i;
    }
    return free;
  }

  /** Returns a message without what the person has not written. */
  static String plain(String message) {
    return OWNER.matcher(message).replaceAll("");
  }

  /** Returns whether a class holds what a cell declares outside of classes. */
  static boolean isWrapper(String className) {
    return OWNER.matcher(className + ".").matches() || className.startsWith("$JShell$");
  }

  /** Returns the cell that has declared a class, if that is a user's. */
  Optional<String> declaredBy(String className) {
    return Optional.ofNullable(declaredBy.get(className));
  }
}
