package dev.weft.front.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a notebook can order by name, as a line ({@code %name}), as a cell ({@code
 * %%name}) or as both.
 *
 * <pre>{@code
 * Magic.named("pwd")
 *     .summary("prints the working directory")
 *     .line((arguments, context) -> MagicValue.text(context.worker().directory().toString()))
 *     .build();
 * }</pre>
 *
 * @param name without percent signs; a name with another sign at its start, as {@code /vars} or
 *     {@code //DEPS}, is written as it stands
 * @param aliases other names for the same
 * @param summary what it does, in one line that begins with a verb and has no full stop
 * @param parameters what it may be followed by, for help and completion
 * @param reading what its arguments are
 * @param line what the line form does, if there is one
 * @param cell what the cell form does, if there is one
 */
public record Magic(
    String name,
    List<String> aliases,
    String summary,
    List<Parameter> parameters,
    Reading reading,
    Optional<LineMagic> line,
    Optional<CellMagic> cell) {

  /** What a magic's arguments are. */
  public enum Reading {
    /** Words, in which names of notebook variables in braces stand for their values. */
    WORDS,
    /** A shell's command, in which {@code {name}} stands for a variable and {@code $} does not. */
    COMMAND,
    /** Java, or anything else that is to be left alone. */
    VERBATIM
  }

  /** Keeps its own unmodifiable copies. */
  public Magic {
    aliases = List.copyOf(aliases);
    parameters = List.copyOf(parameters);
  }

  /** Begins the description of a magic. */
  public static Builder named(String name, String... aliases) {
    return new Builder(name, List.of(aliases));
  }

  /** Returns how it is called, one line for each form, as {@code %time EXPRESSION}. */
  public List<String> usages() {
    String words = String.join(" ", parameters.stream().map(Parameter::syntax).toList());
    List<String> usages = new ArrayList<>();
    line.ifPresent(form -> usages.add((written() + " " + words).strip()));
    cell.ifPresent(form -> usages.add(("%%" + name + " " + words).strip()));
    return usages;
  }

  /** Returns the name with the sign that makes it a magic, unless it has one of its own. */
  private String written() {
    return Character.isJavaIdentifierStart(name.charAt(0)) ? "%" + name : name;
  }

  /** Collects what makes a {@link Magic}. */
  public static final class Builder {
    private final String name;
    private final List<String> aliases;
    private final List<Parameter> parameters = new ArrayList<>();
    private String summary = "";
    private Reading reading = Reading.WORDS;
    private Optional<LineMagic> line = Optional.empty();
    private Optional<CellMagic> cell = Optional.empty();

    private Builder(String name, List<String> aliases) {
      this.name = name;
      this.aliases = aliases;
    }

    /** Says what it does. */
    public Builder summary(String text) {
      summary = text;
      return this;
    }

    /** Adds something that it may be followed by. */
    public Builder parameter(Parameter parameter) {
      parameters.add(parameter);
      return this;
    }

    /** Says what its arguments are; words unless said. */
    public Builder reading(Reading wanted) {
      reading = wanted;
      return this;
    }

    /** Gives it a line form. */
    public Builder line(LineMagic action) {
      line = Optional.of(action);
      return this;
    }

    /** Gives it a cell form. */
    public Builder cell(CellMagic action) {
      cell = Optional.of(action);
      return this;
    }

    /** Returns the magic. */
    public Magic build() {
      return new Magic(name, aliases, summary, parameters, reading, line, cell);
    }
  }
}
