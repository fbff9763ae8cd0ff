package dev.weft.front.magic;

import dev.weft.display.DisplayData;
import java.util.List;

/** Cell magics that show their body in a format. */
public final class DisplayMagics {

  private DisplayMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        shows("HTML", "text/html", "html", "HTML"),
        shows("Markdown", "text/markdown", "markdown"),
        shows("LaTeX", "text/latex", "latex"),
        shows("an SVG drawing", "image/svg+xml", "svg", "SVG"),
        shows("JavaScript, which the client runs", "application/javascript", "javascript", "js"));
  }

  private static Magic shows(String what, String mimeType, String name, String... aliases) {
    return Magic.named(name, aliases)
        .summary("shows the cell's body as " + what)
        .cell((arguments, body, context) -> show(mimeType, body, context))
        .build();
  }

  private static MagicValue show(String mimeType, Source body, MagicContext context) {
    DisplayData data = DisplayData.of(mimeType, body.text());
    context.output().display(data.with(DisplayData.TEXT, body.text()));
    return MagicValue.none();
  }
}
