package dev.weft.front.magic;

import java.util.Optional;

/** Looks magics up and calls them. */
public final class MagicCaller {

  private static final String CELL_SIGN = "%%";

  private MagicCaller() {}

  /**
   * Calls a magic that stands on a line of its own or behind an equals sign.
   *
   * @throws MagicException if there is none of that name, or it fails
   */
  public static MagicValue line(MagicCall call, boolean isAssigned, MagicContext context)
      throws MagicException {
    if (call.name().startsWith(CELL_SIGN)) {
      throw new MagicException(
          call.name() + " takes a whole cell: it must stand on the cell's first line.");
    }
    Magic magic = find(call.name(), context);
    return line(magic, Arguments.of(filled(call.arguments(), magic, context), isAssigned), context);
  }

  /** Calls a line magic by name, with words that need no reading. */
  public static MagicValue line(String name, Arguments arguments, MagicContext context)
      throws MagicException {
    return line(find(name, context), arguments, context);
  }

  private static MagicValue line(Magic magic, Arguments arguments, MagicContext context)
      throws MagicException {
    if (magic.line().isEmpty()) {
      throw new MagicException(
          CELL_SIGN + magic.name() + " has no line form; write it on the first line of a cell.");
    }
    requireNoWords(magic, arguments);
    return magic.line().get().run(arguments, context);
  }

  private static void requireNoWords(Magic magic, Arguments arguments) throws MagicException {
    boolean takesNone =
        magic.reading() == Magic.Reading.WORDS
            && magic.parameters().stream().allMatch(Parameter::isOption);
    if (takesNone && !arguments.plain().isEmpty()) {
      throw new MagicException(
          magic.usages().getFirst()
              + " takes nothing behind it, but there is: "
              + String.join(" ", arguments.plain()));
    }
  }

  /**
   * Calls a magic that takes the whole cell.
   *
   * @throws MagicException if there is none of that name, or it fails
   */
  public static MagicValue cell(Segment.Whole cell, MagicContext context) throws MagicException {
    Magic magic = find(cell.call().name(), context);
    Source filled = filled(cell.call().arguments(), magic, context);
    return cell(magic, Arguments.of(filled, false), cell.body(), context);
  }

  /** Calls a cell magic by name, with words that need no reading. */
  public static MagicValue cell(String name, Arguments arguments, Source body, MagicContext context)
      throws MagicException {
    return cell(find(name, context), arguments, body, context);
  }

  private static MagicValue cell(
      Magic magic, Arguments arguments, Source body, MagicContext context) throws MagicException {
    if (magic.cell().isEmpty()) {
      throw new MagicException("%" + magic.name() + " has no cell form; write one percent sign.");
    }
    return magic.cell().get().run(arguments, body, context);
  }

  private static Magic find(String name, MagicContext context) throws MagicException {
    Magic magic = context.registry().find(name).orElse(null);
    if (magic == null) {
      throw HelpMagics.unknown(name, context.registry());
    }
    return magic;
  }

  private static Source filled(Source arguments, Magic magic, MagicContext context) {
    String text =
        Interpolation.apply(arguments.text(), magic.reading(), name -> value(name, context));
    return new Source(text, arguments.offset(), arguments.file());
  }

  private static Optional<String> value(String name, MagicContext context) {
    boolean isVariable =
        context.java().declared().stream()
            .anyMatch(d -> d.kind() == JavaSession.Kind.VARIABLE && d.name().equals(name));
    return isVariable ? context.java().value(name) : Optional.empty();
  }
}
