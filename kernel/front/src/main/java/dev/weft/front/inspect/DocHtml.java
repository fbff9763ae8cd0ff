package dev.weft.front.inspect;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.AuthorTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.EscapeTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.RawTextTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a documentation comment as HTML that is safe to show: a few tags without attributes, and
 * text.
 */
final class DocHtml extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {

  private static final Set<String> TAGS =
      Set.of(
          "p",
          "ul",
          "ol",
          "li",
          "pre",
          "code",
          "b",
          "i",
          "em",
          "strong",
          "table",
          "thead",
          "tbody",
          "tr",
          "td",
          "th",
          "caption",
          "dl",
          "dt",
          "dd",
          "br",
          "sub",
          "sup",
          "blockquote",
          "kbd",
          "var",
          "small");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private final StringBuilder out = new StringBuilder();
  private final Optional<DocCommentTree> inherited;

  private DocHtml(Optional<DocCommentTree> inherited) {
    this.inherited = inherited;
  }

  /**
   * Returns a comment as HTML.
   *
   * @param inherited the comment of what is overridden, for {@code {@inheritDoc}}
   */
  static String of(DocCommentTree comment, Optional<DocCommentTree> inherited) {
    DocHtml html = new DocHtml(inherited);
    html.out.append("<p>");
    html.text(comment.getFullBody());
    html.out.append("</p>\n");
    html.blocks(comment.getBlockTags());
    return html.out.toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Writes a text that may be Markdown with tags in it. */
  private void text(List<? extends DocTree> trees) {
    if (trees.stream().noneMatch(tree -> tree.getKind() == DocTree.Kind.MARKDOWN)) {
      write(trees);
      return;
    }
    MarkdownHtml markdown = new MarkdownHtml();
    for (DocTree tree : trees) {
      if (tree instanceof RawTextTree raw) {
        markdown.text(raw.getContent());
      } else {
        DocHtml inner = new DocHtml(inherited);
        tree.accept(inner, null);
        markdown.html(inner.out.toString());
      }
    }
    out.append(markdown.toHtml());
  }

  private void write(@Nullable Iterable<? extends DocTree> trees) {
    if (trees != null) {
      trees.forEach(tree -> tree.accept(this, null));
    }
  }

  private void code(String text) {
    out.append("<code>").append(escape(text)).append("</code>");
  }

  private void blocks(List<? extends DocTree> tags) {
    out.append("<dl>\n");
    List<ParamTree> types = new ArrayList<>();
    List<ParamTree> values = new ArrayList<>();
    for (DocTree tag : tags) {
      if (tag instanceof ParamTree parameter) {
        (parameter.isTypeParameter() ? types : values).add(parameter);
      }
    }
    parameters("Type parameters", types);
    parameters("Parameters", values);
    tags.stream().filter(tag -> !(tag instanceof ParamTree)).forEach(tag -> tag.accept(this, null));
    sees(tags);
    out.append("</dl>\n");
  }

  private void parameters(String title, List<ParamTree> parameters) {
    if (!parameters.isEmpty()) {
      out.append("<dt><b>").append(title).append("</b></dt>\n");
      for (ParamTree each : parameters) {
        out.append("<dd>");
        code(each.getName().toString());
        out.append(" – ");
        text(each.getDescription());
        out.append("</dd>\n");
      }
    }
  }

  private void sees(List<? extends DocTree> tags) {
    List<SeeTree> sees =
        tags.stream().filter(SeeTree.class::isInstance).map(SeeTree.class::cast).toList();
    for (int i = 0; i < sees.size(); i++) {
      out.append(i == 0 ? "<dt><b>See also</b></dt>\n<dd>" : ", ");
      reference(sees.get(i).getReference());
      out.append(i == sees.size() - 1 ? "</dd>\n" : "");
    }
  }

  private void reference(List<? extends DocTree> reference) {
    if (reference.size() == 1 && reference.getFirst().getKind() == DocTree.Kind.REFERENCE) {
      code(readable(reference.getFirst().toString()));
    } else {
      write(reference);
    }
  }

  private static String readable(String reference) {
    String name = reference.startsWith("#") ? reference.substring(1) : reference;
    return name.replace('#', '.');
  }

  private void block(String title, List<? extends DocTree> trees) {
    out.append("<dt><b>").append(title).append("</b></dt>\n<dd>");
    text(trees);
    out.append("</dd>\n");
  }

  @Override
  public @Nullable Void visitText(TextTree tree, @Nullable Void unused) {
    out.append(escape(tree.getBody()));
    return null;
  }

  @Override
  public @Nullable Void visitRawText(RawTextTree tree, @Nullable Void unused) {
    out.append(escape(tree.getContent()));
    return null;
  }

  @Override
  public @Nullable Void visitEntity(EntityTree tree, @Nullable Void unused) {
    out.append('&').append(tree.getName()).append(';');
    return null;
  }

  @Override
  public @Nullable Void visitEscape(EscapeTree tree, @Nullable Void unused) {
    out.append(escape(tree.getBody()));
    return null;
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void unused) {
    String body = tree.getBody().getBody();
    if (tree.getKind() == DocTree.Kind.CODE) {
      code(body);
    } else {
      out.append(escape(body));
    }
    return null;
  }

  @Override
  public @Nullable Void visitLink(LinkTree tree, @Nullable Void unused) {
    if (tree.getLabel().isEmpty()) {
      code(readable(String.valueOf(tree.getReference())));
    } else {
      out.append("<code>");
      write(tree.getLabel());
      out.append("</code>");
    }
    return null;
  }

  @Override
  public @Nullable Void visitValue(ValueTree tree, @Nullable Void unused) {
    code(tree.getReference() == null ? "value" : readable(tree.getReference().toString()));
    return null;
  }

  @Override
  public @Nullable Void visitSnippet(SnippetTree tree, @Nullable Void unused) {
    TextTree body = tree.getBody();
    if (body != null) {
      out.append("<pre>").append(escape(body.getBody().stripIndent().strip())).append("</pre>");
    }
    return null;
  }

  @Override
  public @Nullable Void visitStartElement(StartElementTree tree, @Nullable Void unused) {
    element(tree.getName().toString(), false, tree.getAttributes());
    return null;
  }

  @Override
  public @Nullable Void visitEndElement(EndElementTree tree, @Nullable Void unused) {
    element(tree.getName().toString(), true, List.of());
    return null;
  }

  /** Writes a tag without its attributes, if it is a harmless one. */
  private void element(String name, boolean end, List<? extends DocTree> attributes) {
    String tag = name.toLowerCase(Locale.ROOT);
    if (HEADINGS.contains(tag)) {
      out.append(end ? "</b></p>\n" : "<p><b>");
    } else if (TAGS.contains(tag)) {
      out.append(end ? "</" : "<").append(tag).append('>');
    } else if (tag.equals("img")) {
      attributes.stream()
          .filter(a -> a instanceof AttributeTree each && each.getName().contentEquals("alt"))
          .forEach(a -> write(((AttributeTree) a).getValue()));
    }
  }

  @Override
  public @Nullable Void visitIndex(IndexTree tree, @Nullable Void unused) {
    return tree.getSearchTerm().accept(this, null);
  }

  @Override
  public @Nullable Void visitSummary(SummaryTree tree, @Nullable Void unused) {
    write(tree.getSummary());
    return null;
  }

  @Override
  public @Nullable Void visitSystemProperty(SystemPropertyTree tree, @Nullable Void unused) {
    code(tree.getPropertyName().toString());
    return null;
  }

  @Override
  public @Nullable Void visitInheritDoc(InheritDocTree tree, @Nullable Void unused) {
    inherited.ifPresent(parent -> write(parent.getFullBody()));
    return null;
  }

  @Override
  public @Nullable Void visitUnknownInlineTag(UnknownInlineTagTree tree, @Nullable Void unused) {
    write(tree.getContent());
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    if (tree.isInline()) {
      out.append("Returns ");
      write(tree.getDescription());
      out.append('.');
    } else {
      block("Returns", tree.getDescription());
    }
    return null;
  }

  @Override
  public @Nullable Void visitThrows(ThrowsTree tree, @Nullable Void unused) {
    out.append("<dt><b>Throws</b> ");
    code(tree.getExceptionName().toString());
    out.append("</dt>\n<dd>");
    text(tree.getDescription());
    out.append("</dd>\n");
    return null;
  }

  @Override
  public @Nullable Void visitDeprecated(DeprecatedTree tree, @Nullable Void unused) {
    block("Deprecated", tree.getBody());
    return null;
  }

  @Override
  public @Nullable Void visitSince(SinceTree tree, @Nullable Void unused) {
    block("Since", tree.getBody());
    return null;
  }

  @Override
  public @Nullable Void visitAuthor(AuthorTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitUnknownBlockTag(UnknownBlockTagTree tree, @Nullable Void unused) {
    String title =
        switch (tree.getTagName()) {
          case "apiNote" -> "API note";
          case "implSpec" -> "Implementation requirements";
          case "implNote" -> "Implementation note";
          default -> "";
        };
    if (!title.isEmpty()) {
      block(title, tree.getContent());
    }
    return null;
  }
}
