package dev.weft.runner.handout;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as HTML, with pictures of the notebook's folder and its attachments inside. */
final class MarkdownHtml {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final Map<String, String> TYPES =
      Map.of(
          "svg",
          "image/svg+xml",
          "png",
          "image/png",
          "jpg",
          "image/jpeg",
          "jpeg",
          "image/jpeg",
          "gif",
          "image/gif",
          "webp",
          "image/webp");

  private final Path folder;
  private final Links links;

  MarkdownHtml(Path folder, Links links) {
    this.folder = folder;
    this.links = links;
  }

  /** Returns text without marks. */
  static String plain(String markdown) {
    StringBuilder words = new StringBuilder();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                words.append(text.getLiteral());
              }

              @Override
              public void visit(Code code) {
                words.append(code.getLiteral());
              }
            });
    return words.toString().strip();
  }

  /**
   * Renders.
   *
   * @param attachments pictures by name, each by type, as a notebook's cell holds them
   */
  String html(String markdown, JsonObject attachments) {
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .attributeProviderFactory(_ -> new Destinations(attachments))
            .build();
    return renderer.render(PARSER.parse(markdown));
  }

  /** Where links lead and pictures come from. */
  private final class Destinations implements AttributeProvider {
    private final JsonObject attachments;

    private Destinations(JsonObject attachments) {
      this.attachments = attachments;
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      switch (node) {
        case Link link -> attributes.put("href", links.rewrite(link.getDestination()));
        case Image image ->
            picture(image.getDestination()).ifPresent(s -> attributes.put("src", s));
        default -> {}
      }
    }

    private Optional<String> picture(String destination) {
      if (destination.startsWith("attachment:")) {
        return attachment(destination.substring("attachment:".length()));
      }
      return destination.contains(":") ? Optional.empty() : file(destination);
    }

    private Optional<String> attachment(String name) {
      return attachments.get(name) instanceof JsonObject forms
          ? forms.entrySet().stream().findFirst().map(form -> data(form.getKey(), form.getValue()))
          : Optional.empty();
    }

    private String data(String type, JsonElement base64) {
      return "data:" + type + ";base64," + base64.getAsString();
    }

    /** A picture that isn't there stays a link, so that its alternative text is shown. */
    private Optional<String> file(String name) {
      try {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
          return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        return Optional.of(
            "data:%s;base64,%s".formatted(type, Base64.getEncoder().encodeToString(bytes)));
      } catch (IOException | InvalidPathException e) {
        return Optional.empty();
      }
    }
  }
}
