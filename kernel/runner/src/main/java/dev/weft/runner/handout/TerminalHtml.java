package dev.weft.runner.handout;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was written for a terminal: colours become spans, a line that was written over shows its
 * last state.
 */
final class TerminalHtml {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;?]*+)([A-Za-z])");
  private static final List<String> COLOURS =
      List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

  private final StringBuilder html = new StringBuilder();
  private String colour = "";
  private boolean bold;

  private TerminalHtml() {}

  static String of(String text) {
    TerminalHtml terminal = new TerminalHtml();
    String visible = lastStates(text);
    Matcher escape = ESCAPE.matcher(visible);
    int end = 0;
    while (escape.find()) {
      terminal.append(visible.substring(end, escape.start()));
      if (escape.group(2).equals("m")) {
        terminal.select(escape.group(1));
      }
      end = escape.end();
    }
    terminal.append(visible.substring(end));
    return terminal.html.toString();
  }

  private static String lastStates(String text) {
    return text.replace("\r\n", "\n").replaceAll("[^\n]*\r(?=[^\n])", "");
  }

  private void append(String text) {
    if (text.isEmpty()) {
      return;
    }
    String type = (bold ? "bold " : "") + (colour.isEmpty() ? "" : "ansi-" + colour);
    html.append(type.isBlank() ? Html.escape(text) : Html.span(type.strip(), text));
  }

  private void select(String codes) {
    for (String code : codes.isEmpty() ? new String[] {"0"} : codes.split(";")) {
      int number = code.matches("\\d{1,3}") ? Integer.parseInt(code) : 0;
      switch (number) {
        case 0 -> {
          colour = "";
          bold = false;
        }
        case 1 -> bold = true;
        case 22 -> bold = false;
        case 39 -> colour = "";
        default -> colour = named(number);
      }
    }
  }

  private String named(int code) {
    boolean plain = code >= 30 && code <= 37;
    boolean bright = code >= 90 && code <= 97;
    return plain || bright ? COLOURS.get(code % 10).toLowerCase(Locale.ROOT) : colour;
  }
}
