package dev.weft.front.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a cell once, character by character, and cuts out the magics. */
final class SegmentScanner {

  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          """
          //[^\\n]*|/\\*.*?(?:\\*/|\\z)\
          |"{3}.*?(?:(?<!(?<!\\\\)\\\\)"{3}|\\z)\
          |"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+"?\
          |'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'?\
          """,
          Pattern.DOTALL);

  private final String code;
  private final MagicLine line;
  private final Blocks blocks;
  private final Matcher skipped;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Segment.Nested> nested = new ArrayList<>();

  /** Where the Java begins that is in no segment yet. */
  private int javaStart;

  private int at;

  SegmentScanner(String code, int start, Names names) {
    this.code = code;
    line = new MagicLine(code, start, names);
    blocks = new Blocks(code, start);
    skipped = LITERAL_OR_COMMENT.matcher(code);
    javaStart = start;
    at = start;
  }

  List<Segment> scan() {
    boolean lineStart = true;
    while (at < code.length()) {
      char c = code.charAt(at);
      Optional<MagicCall> magic = lineStart ? atLineStart(c) : Optional.empty();
      if (magic.isPresent()) {
        take(magic.get(), false);
      } else if (c == '\n' || Character.isWhitespace(c)) {
        lineStart |= c == '\n';
        at++;
      } else {
        lineStart = false;
        skip(c);
      }
    }
    closeJava(code.length());
    return List.copyOf(segments);
  }

  /** Returns the magic that begins at a line's first sign, if that is one. */
  private Optional<MagicCall> atLineStart(char c) {
    if (c == '%' && blocks.assigns()) {
      return Optional.empty();
    }
    return line.find(at, blocks);
  }

  /** Goes past a sign of Java, and takes the magic behind an equals sign. */
  private void skip(char c) {
    if (c == '"' || c == '\'' || isComment(c)) {
      skipped.region(at, code.length());
      at = skipped.lookingAt() ? Math.max(at + 1, skipped.end()) : at + 1;
      if (c != '/') {
        blocks.passed(c, at - 1);
      }
    } else if (c == '%' && blocks.assigns() && line.isNamed(at)) {
      take(line.call(at), true);
    } else {
      blocks.passed(c, at);
      at++;
    }
  }

  private boolean isComment(char c) {
    return c == '/'
        && at + 1 < code.length()
        && (code.charAt(at + 1) == '/' || code.charAt(at + 1) == '*');
  }

  private void take(MagicCall call, boolean isAssigned) {
    if (blocks.isNested()) {
      nested.add(new Segment.Nested(call, isAssigned));
    } else if (isAssigned) {
      int start = Math.max(javaStart, blocks.statementStart());
      closeJava(start);
      segments.add(new Segment.Assigned(start, call));
      javaStart = call.end();
    } else {
      closeJava(call.start());
      segments.add(new Segment.Line(call));
      javaStart = call.end();
    }
    at = call.end();
    blocks.statementEnded(at);
  }

  private void closeJava(int end) {
    if (!code.substring(javaStart, end).isBlank()) {
      segments.add(new Segment.Java(javaStart, end, nested));
    }
    nested.clear();
    javaStart = end;
  }
}
