package dev.weft.runner.handout;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Notebooks as HTML: a page for each, or one book of all, with styles, pictures and charts inside.
 *
 * <p>Nothing is run: a page shows what the notebook holds. What a notebook's own cells show as HTML
 * goes to the page as it is, as in Jupyter. Immutable.
 *
 * <pre>{@code
 * Handout handout = new Handout(List.of(Chapter.read(Path.of("06-5-process-pool.ipynb"))));
 * Files.writeString(Path.of("06-5-process-pool.html"), handout.page(0));
 * }</pre>
 */
public final class Handout {
  private final List<Chapter> chapters;

  /**
   * Makes a handout of chapters in their order.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Handout(List<Chapter> chapters) {
    if (chapters.isEmpty()) {
      throw new IllegalArgumentException("A handout needs a chapter.");
    }
    this.chapters = List.copyOf(chapters);
  }

  /** The page of one chapter, with links to the pages beside it. */
  public String page(int index) {
    Chapter chapter = chapters.get(index);
    Map<String, Object> model = model(chapter.title(), List.of(chapter), Links.PAGES);
    List<Map<String, String>> neighbours = new ArrayList<>();
    if (index > 0) {
      neighbours.add(neighbour(chapters.get(index - 1), "previous"));
    }
    if (index < chapters.size() - 1) {
      neighbours.add(neighbour(chapters.get(index + 1), "next"));
    }
    model.put("neighbours", neighbours);
    return render(model);
  }

  /** All chapters on one page, after a table of contents. */
  public String book(String title) {
    Map<String, Object> model = model(title, chapters, Links.BOOK);
    model.put("book", true);
    model.put("neighbours", List.of());
    return render(model);
  }

  private static Map<String, String> neighbour(Chapter chapter, String relation) {
    return Map.of(
        "relation", relation, "title", chapter.title(), "page", Links.PAGES.to(chapter.name()));
  }

  private static Map<String, Object> model(String title, List<Chapter> chapters, Links links) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", title);
    model.put("style", resource("handout.css"));
    model.put("book", false);
    model.put("chapters", chapters.stream().map(c -> new ChapterHtml(c, links).model()).toList());
    return model;
  }

  private static String render(Map<String, Object> model) {
    return Mustache.compiler().compile(resource("handout.mustache")).execute(model);
  }

  private static String resource(String name) {
    try (InputStream in = Handout.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
