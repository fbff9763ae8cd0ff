package dev.weft.runner.handout;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** A cell's code with its words coloured by what they are. */
final class JavaHtml {
  private static final Set<String> CONTEXTUAL =
      Set.of("var", "record", "sealed", "permits", "yield", "when", "module");

  /** Magics whose body is no Java. */
  private static final Set<String> FOREIGN =
      Set.of(
          "%%bash",
          "%%sh",
          "%%script",
          "%%python",
          "%%html",
          "%%markdown",
          "%%latex",
          "%%svg",
          "%%javascript",
          "%%writefile",
          "%%loadFromPOM");

  private static final List<String> TYPES = List.of("comment", "string", "magic", "number", "word");

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z))\
          |(?<string>"{3}(?s:.*?)(?:"{3}|\\z)|"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+"?|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'?)\
          |(?<magic>^[%!][^\\n]*+)\
          |(?<number>\\b\\d[\\w.]*+)\
          |(?<word>[@\\p{L}_$][\\p{L}\\d_$]*+)\
          """,
          Pattern.MULTILINE);

  private JavaHtml() {}

  static String of(String source) {
    String first = source.strip().split("\\s", 2)[0];
    if (FOREIGN.contains(first)) {
      int end = source.indexOf('\n');
      return end < 0
          ? Html.span("magic", source)
          : Html.span("magic", source.substring(0, end)) + Html.escape(source.substring(end));
    }
    return java(source);
  }

  private static String java(String source) {
    StringBuilder html = new StringBuilder();
    Matcher token = TOKEN.matcher(source);
    int end = 0;
    while (token.find()) {
      html.append(Html.escape(source.substring(end, token.start()))).append(html(token));
      end = token.end();
    }
    return html.append(Html.escape(source.substring(end))).toString();
  }

  private static String html(Matcher token) {
    String text = token.group();
    String type =
        TYPES.stream().filter(name -> token.group(name) != null).findFirst().orElseThrow();
    if (!type.equals("word")) {
      return Html.span(type, text);
    }
    if (text.startsWith("@")) {
      return Html.span("annotation", text);
    }
    return SourceVersion.isKeyword(text) || CONTEXTUAL.contains(text)
        ? Html.span("keyword", text)
        : Html.escape(text);
  }
}
