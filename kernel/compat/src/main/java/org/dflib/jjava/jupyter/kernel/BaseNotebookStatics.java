package org.dflib.jjava.jupyter.kernel;

import dev.weft.magic.Magics;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.jspecify.annotations.Nullable;

/** The static methods that notebooks call; any thread may call. */
public final class BaseNotebookStatics {

  private static final Renderer RENDERER = new Renderer();

  private BaseNotebookStatics() {}

  /** Prints as {@link java.io.PrintStream#printf(String, Object...)} does. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  public static void printf(String format, @Nullable Object... args) {
    System.out.printf(format, args);
  }

  /** Runs code as a cell and returns the value of its last expression. */
  public static @Nullable Object eval(String source) {
    return Magics.eval(source);
  }

  /** Carries out a line magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T lineMagic(String name, List<String> args) {
    return Magics.lineMagic(name, args);
  }

  /** Carries out a cell magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T cellMagic(
      String name, List<String> args, String body) {
    return Magics.cellMagic(name, args, body);
  }

  /** Returns the formats in which a value is shown. */
  public static DisplayData render(@Nullable Object value) {
    return RENDERER.render(value);
  }

  /** Returns a value in some formats and as text. */
  public static DisplayData render(@Nullable Object value, String... as) {
    return RENDERER.renderAs(value, as);
  }

  /** Shows a value and returns the id under which it can be replaced. */
  public static String display(@Nullable Object value) {
    return render(value).show();
  }

  /** Shows a value in some formats and returns the id under which it can be replaced. */
  public static String display(@Nullable Object value, String... as) {
    return render(value, as).show();
  }

  /** Shows a value in place of an earlier one. */
  public static void updateDisplay(String id, @Nullable Object value) {
    dev.weft.display.Display.updateDisplay(id, value);
  }

  /** Shows a value in some formats in place of an earlier one. */
  public static void updateDisplay(String id, @Nullable Object value, String... as) {
    dev.weft.display.Display.updateDisplay(id, render(value, as));
  }
}
