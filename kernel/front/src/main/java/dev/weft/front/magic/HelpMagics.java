package dev.weft.front.magic;

import java.util.ArrayList;
import java.util.List;

/** Magics about magics. */
public final class HelpMagics {

  private static final String INDENT = "    ";

  private HelpMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("lsmagic", "magics")
            .summary("lists all magics")
            .line((arguments, context) -> list(context))
            .build(),
        Magic.named("magic", "help")
            .summary("explains a magic; %name? does the same")
            .parameter(Parameter.of(Parameter.Kind.MAGIC, "[NAME]", "the magic"))
            .line(HelpMagics::explain)
            .build());
  }

  private static MagicValue list(MagicContext context) {
    for (Magic magic : context.registry().all()) {
      context.output().println(String.join(", ", magic.usages()));
      context.output().println(INDENT + magic.summary());
    }
    return MagicValue.none();
  }

  private static MagicValue explain(Arguments arguments, MagicContext context)
      throws MagicException {
    if (arguments.words().isEmpty()) {
      return list(context);
    }
    String name = arguments.single("the name of a magic").replaceFirst("^%+", "");
    Magic magic = context.registry().find(name).orElse(null);
    if (magic == null) {
      throw unknown(name, context.registry());
    }
    describe(magic).forEach(context.output()::println);
    return MagicValue.none();
  }

  /** Returns the help on a magic, line by line. */
  public static List<String> describe(Magic magic) {
    List<String> lines = new ArrayList<>(magic.usages());
    lines.add(INDENT + magic.summary());
    for (Parameter parameter : magic.parameters()) {
      lines.add(INDENT + parameter.syntax() + "  " + parameter.help());
    }
    if (!magic.aliases().isEmpty()) {
      lines.add(INDENT + "also: " + String.join(", ", magic.aliases()));
    }
    return lines;
  }

  /** Returns the error that there is no such magic, with the name that comes nearest. */
  public static MagicException unknown(String name, MagicRegistry registry) {
    String sign = Character.isJavaIdentifierStart(name.charAt(0)) ? "%" : "";
    String hint =
        registry
            .nearest(name)
            .map(near -> "Did you mean " + written(near) + "?")
            .orElse("%lsmagic lists all.");
    return new MagicException("UnknownMagic", "There is no magic " + sign + name + ". " + hint);
  }

  private static String written(String name) {
    return Character.isJavaIdentifierStart(name.charAt(0)) ? "%" + name : name;
  }
}
