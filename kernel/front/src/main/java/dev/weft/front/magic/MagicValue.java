package dev.weft.front.magic;

import dev.weft.front.interpreter.CellResult;
import java.util.List;

/** What a magic returns. */
public sealed interface MagicValue {

  /** Nothing, {@code null} in Java. */
  record None() implements MagicValue {}

  /** A {@code String} in Java; shown only by what the magic itself prints. */
  record Text(String text) implements MagicValue {}

  /** A {@code List<String>} in Java; shown only by what the magic itself prints. */
  record Texts(List<String> texts) implements MagicValue {
    /** Keeps its own unmodifiable copy. */
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A Java expression that is still to be evaluated in the session; its value is shown as that of a
   * cell's last expression is.
   */
  record Expression(String java) implements MagicValue {}

  /** How Java code ended that the magic has run; if it failed, so has the magic. */
  record Ran(CellResult result) implements MagicValue {}

  /** Returns nothing. */
  static MagicValue none() {
    return new None();
  }

  /** Returns a text. */
  static MagicValue text(String text) {
    return new Text(text);
  }

  /** Returns several texts. */
  static MagicValue texts(List<String> texts) {
    return new Texts(texts);
  }
}
