package dev.weft.front.inspect;

import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a magic does. */
public final class MagicHelp {

  private static final Pattern CALL = Pattern.compile("(?:[^%\"'\\n]*=)?\\s*%%?(\\w+)[^\\n]*");

  private MagicHelp() {}

  /** Returns the help of the magic whose line the cursor stands in, if it stands in one. */
  public static Optional<JavaInspector.Found> at(MagicRegistry registry, String code, int cursor) {
    int start = code.lastIndexOf('\n', cursor - 1) + 1;
    Matcher call = CALL.matcher(code).region(start, code.length());
    boolean takesJava = cursor > start && call.lookingAt() && cursor > call.end(1);
    if (!call.reset().region(start, code.length()).lookingAt()) {
      return Optional.empty();
    }
    return registry
        .find(call.group(1))
        .filter(magic -> !(takesJava && takesJava(magic)))
        .map(magic -> new JavaInspector.Found(magic.name(), List.of(entry(magic))));
  }

  private static boolean takesJava(Magic magic) {
    return magic.parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.JAVA);
  }

  private static Entry entry(Magic magic) {
    StringBuilder html = new StringBuilder("<p>" + DocHtml.escape(magic.summary()) + "</p>\n");
    if (!magic.parameters().isEmpty()) {
      html.append("<dl>\n");
      for (Parameter each : magic.parameters()) {
        html.append("<dt><code>")
            .append(DocHtml.escape(each.syntax()))
            .append("</code></dt>\n<dd>");
        html.append(DocHtml.escape(each.help())).append("</dd>\n");
      }
      html.append("</dl>\n");
    }
    if (!magic.aliases().isEmpty()) {
      String names = String.join(", ", magic.aliases());
      html.append("<p>Also called ").append(DocHtml.escape(names)).append("</p>\n");
    }
    return new Entry(String.join("   ", magic.usages()), "", "", html.toString(), "");
  }
}
