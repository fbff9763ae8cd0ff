package dev.weft.front.magic;

import dev.weft.front.interpreter.CellResult;
import dev.weft.front.magic.JavaSession.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
   * Java that is still to be run in the session; its value is shown as that of a cell's last
   * expression is.
   *
   * @param java an expression; statements where the value is not assigned
   * @param onMeasured told what it has taken, if anybody wants to know
   */
  record Expression(Source java, Optional<Consumer<Measurement>> onMeasured)
      implements MagicValue {}

  /**
   * Java that is still to be run in the session as a cell's own, between something before and
   * something after it, whose value is shown.
   *
   * @param before statements
   * @param after an expression
   * @param afterFailure a statement in its place when the others have ended in another way
   */
  record Framed(String before, Source body, String after, String afterFailure)
      implements MagicValue {}

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

  /** Returns an expression that is written nowhere in the cell. */
  static MagicValue java(String expression) {
    return new Expression(Source.made(expression), Optional.empty());
  }
}
