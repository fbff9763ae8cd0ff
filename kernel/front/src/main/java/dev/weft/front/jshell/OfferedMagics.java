package dev.weft.front.jshell;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.JavaLiterals;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import dev.weft.link.OfferedMagic;

/** Magics that notebook code has added: calls of that code. */
final class OfferedMagics {

  private static final String CALLS = "dev.weft.magic.Magics.";

  private OfferedMagics() {}

  static Magic magic(OfferedMagic offered) {
    Magic.Builder magic =
        Magic.named(offered.name())
            .summary(offered.summary())
            .parameter(Parameter.of(Parameter.Kind.OTHER, "[WORD...]", "as the magic wants them"));
    if (offered.isLine()) {
      magic.line((arguments, context) -> call(offered, "lineMagic", arguments, ""));
    }
    if (offered.isCell()) {
      magic.cell(
          (arguments, body, context) ->
              call(offered, "cellMagic", arguments, ", " + JavaLiterals.text(body.text())));
    }
    return magic.build();
  }

  private static MagicValue call(
      OfferedMagic offered, String method, Arguments arguments, String more) {
    String name = JavaLiterals.text(offered.name());
    String words = JavaLiterals.texts(arguments.words());
    return MagicValue.java(CALLS + method + "(" + name + ", " + words + more + ")");
  }
}
