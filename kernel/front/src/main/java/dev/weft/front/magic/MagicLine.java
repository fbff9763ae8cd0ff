package dev.weft.front.magic;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a line is a magic, and reads it. */
final class MagicLine {

  private static final Pattern NAME =
      Pattern.compile("%%?(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)(\\?)?");

  private static final Pattern COMMAND = Pattern.compile("/([a-zA-Z]\\w*|/[A-Z]{2,})(?=\\s|\\z)");

  /** A negation as Java writes it: of a call, or of what stands in parentheses. */
  private static final Pattern NEGATION = Pattern.compile("!\\s*(?:[\\w.$]*\\(|[!\"'(=]|\\z)");

  private static final Pattern NEGATED = Pattern.compile("!\\s*([\\p{javaJavaIdentifierPart}]+)");

  private static final Set<String> KEYWORDS = Set.of("true", "false", "this", "super", "new");

  private final String code;
  private final int codeStart;
  private final Names names;

  MagicLine(String code, int codeStart, Names names) {
    this.code = code;
    this.codeStart = codeStart;
    this.names = names;
  }

  /** Returns the magic that begins at the first sign of a line, if one does. */
  Optional<MagicCall> find(int at, Blocks blocks) {
    boolean found =
        switch (code.charAt(at)) {
          case '%' -> isNamed(at) && (blocks.isStatementStart() || isMagicOnly(at, blocks));
          case '!' -> blocks.isStatementStart() && !blocks.isNested() && isShell(at);
          case '/' -> blocks.isStatementStart() && !blocks.isNested() && isCommand(at);
          default -> false;
        };
    return found ? Optional.of(call(at)) : Optional.empty();
  }

  /** Returns whether a percent sign has a name behind it. */
  boolean isNamed(int at) {
    return NAME.matcher(code).region(at, code.length()).lookingAt();
  }

  /** A percent sign that could be an operator, and would have no operand. */
  private boolean isMagicOnly(int at, Blocks blocks) {
    Matcher name = NAME.matcher(code).region(at, code.length());
    return name.lookingAt()
        && blocks.isOpenStatement()
        && !blocks.isNested()
        && names.isMagic().test(name.group(1))
        && !isJava(name.group(1), at);
  }

  private boolean isShell(int at) {
    Matcher rest = NEGATION.matcher(code).region(at, endOfLine(at));
    Matcher negated = NEGATED.matcher(code).region(at, endOfLine(at));
    return !rest.lookingAt() && !(negated.lookingAt() && isJava(negated.group(1), at));
  }

  /** Returns whether the notebook, or the cell up to here, knows that name. */
  private boolean isJava(String name, int at) {
    if (KEYWORDS.contains(name) || names.isJava().test(name)) {
      return true;
    }
    Matcher used =
        Pattern.compile("(?<![%\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(code);
    return used.region(codeStart, at).find();
  }

  /** An order that only looks like a comment is one only if somebody carries it out. */
  private boolean isCommand(int at) {
    Matcher name = COMMAND.matcher(code).region(at, endOfLine(at));
    return name.lookingAt() && (code.charAt(at + 1) != '/' || names.isMagic().test(name.group()));
  }

  /** Reads the magic that begins at an offset. */
  MagicCall call(int at) {
    int end = endOfLine(at);
    Matcher name = NAME.matcher(code).region(at, end);
    Matcher command = COMMAND.matcher(code).region(at, end);
    if (name.lookingAt()) {
      return named(name, at, end);
    }
    return command.lookingAt()
        ? new MagicCall(command.group(), arguments(command.end(), end), at, end)
        : new MagicCall("!", arguments(at + 1, end), at, end);
  }

  private MagicCall named(Matcher name, int at, int end) {
    if (name.group(2) != null) {
      Source asked = Source.inCell(name.group(1), name.start(1));
      return new MagicCall("magic", asked, at, end);
    }
    boolean doubled = code.startsWith("%%", at);
    String called = doubled ? "%%" + name.group(1) : name.group(1);
    return new MagicCall(called, arguments(name.end(), end), at, end);
  }

  private Source arguments(int from, int to) {
    String text = code.substring(from, to);
    int blanks = text.length() - text.stripLeading().length();
    return Source.inCell(text.strip(), from + blanks);
  }

  /** Returns where the line ends, which goes on behind a backslash at its end. */
  private int endOfLine(int at) {
    int end = code.indexOf('\n', at);
    while (end > 0 && code.charAt(end - 1) == '\\') {
      end = code.indexOf('\n', end + 1);
    }
    return end < 0 ? code.length() : end;
  }
}
