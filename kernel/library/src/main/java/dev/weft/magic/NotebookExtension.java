package dev.weft.magic;

/**
 * Something that a jar adds to a notebook, such as magics.
 *
 * <p>A jar names its implementations in {@code META-INF/services/dev.weft.magic.NotebookExtension};
 * each has a public constructor without parameters. They are installed when the jar comes onto the
 * class path, or by {@code %load_ext} with the name of the class.
 *
 * <pre>{@code
 * public final class Shouting implements NotebookExtension {
 *   public void install() {
 *     UserMagics.line("shout", "prints loudly", words -> String.join(" ", words).toUpperCase());
 *   }
 *
 *   public void uninstall() {
 *     UserMagics.remove("shout");
 *   }
 * }
 * }</pre>
 */
public interface NotebookExtension {

  /** Makes it available; called once in each JVM that runs cells, by the thread that runs them. */
  void install() throws Exception;

  /** Called when more jars have come onto the class path, by the thread that runs cells. */
  default void jarsAdded() throws Exception {}

  /** Takes away what {@link #install} has made available. */
  default void uninstall() throws Exception {}
}
