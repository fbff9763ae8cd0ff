package dev.weft.magic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Magics that notebook code and extensions add; safe for use by several threads.
 *
 * <p>They are there until they are removed or the JVM that runs the cells is started anew. A magic
 * with the name of one of the kernel's takes its place.
 *
 * <pre>{@code
 * UserMagics.line("shout", "prints loudly", words -> String.join(" ", words).toUpperCase());
 * }</pre>
 *
 * <p>From the next part of the cell on, {@code %shout hello} stands for a call of it.
 */
public final class UserMagics {

  /** One for the JVM, as there is one notebook in it. */
  private static final Map<String, UserMagic> MAGICS = new ConcurrentSkipListMap<>();

  private UserMagics() {}

  /**
   * Adds a line magic, or replaces that form of it.
   *
   * @param name an identifier, without the percent sign
   * @param summary what it does, in a few words
   * @throws IllegalArgumentException if the name is no identifier
   */
  public static void line(String name, String summary, LineAction action) {
    requireIdentifier(name);
    MAGICS.compute(
        name, (n, old) -> new UserMagic(n, summary, action, old == null ? null : old.cell()));
    offer();
  }

  /**
   * Adds a cell magic, or replaces that form of it.
   *
   * @param name an identifier, without the percent signs
   * @param summary what it does, in a few words
   * @throws IllegalArgumentException if the name is no identifier
   */
  public static void cell(String name, String summary, CellAction action) {
    requireIdentifier(name);
    MAGICS.compute(
        name, (n, old) -> new UserMagic(n, summary, old == null ? null : old.line(), action));
    offer();
  }

  /** Removes both forms of a magic; returns whether there was one. */
  public static boolean remove(String name) {
    boolean removed = MAGICS.remove(name) != null;
    offer();
    return removed;
  }

  private static void requireIdentifier(String name) {
    boolean isIdentifier =
        !name.isEmpty()
            && Character.isJavaIdentifierStart(name.charAt(0))
            && name.chars().allMatch(Character::isJavaIdentifierPart);
    if (!isIdentifier) {
      throw new IllegalArgumentException("A magic's name is an identifier, unlike '" + name + "'");
    }
  }

  static @Nullable UserMagic find(String name) {
    return MAGICS.get(name);
  }

  private static void offer() {
    Magics.offer(List.copyOf(MAGICS.values()));
  }
}
