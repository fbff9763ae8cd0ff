package dev.weft.runner.handout;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.runner.NotebookCell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the template shows of a chapter. */
final class ChapterHtml {
  private final Chapter chapter;
  private final MarkdownHtml markdown;
  private final OutputHtml outputs;

  ChapterHtml(Chapter chapter, Links links) {
    this.chapter = chapter;
    markdown = new MarkdownHtml(chapter.folder(), links);
    outputs = new OutputHtml(markdown);
  }

  Map<String, Object> model() {
    return Map.of(
        "name", chapter.name(),
        "title", chapter.title(),
        "cells", chapter.notebook().cells().stream().map(this::cell).toList());
  }

  private Map<String, Object> cell(NotebookCell cell) {
    Map<String, Object> model = new HashMap<>();
    model.put("text", cell.isMarkdown() ? text(cell) : "");
    model.put("code", cell.isCode() && !cell.source().isBlank() ? code(cell) : List.of());
    model.put("outputs", outputs(cell));
    return model;
  }

  private String text(NotebookCell cell) {
    JsonObject attachments =
        cell.node().get("attachments") instanceof JsonObject some ? some : new JsonObject();
    return markdown.html(cell.source(), attachments);
  }

  private static Map<String, Object> code(NotebookCell cell) {
    String count =
        cell.node().get("execution_count") instanceof JsonPrimitive number
            ? number.getAsString()
            : "";
    return Map.of(
        "count", count,
        "source", JavaHtml.of(cell.source()),
        "folded", isHidden(cell, "source_hidden"));
  }

  private List<String> outputs(NotebookCell cell) {
    if (!cell.isCode() || isHidden(cell, "outputs_hidden")) {
      return List.of();
    }
    return cell.outputs().stream().map(outputs::html).filter(html -> !html.isEmpty()).toList();
  }

  private static boolean isHidden(NotebookCell cell, String field) {
    return cell.metadata().get("jupyter") instanceof JsonObject jupyter
        && jupyter.get(field) instanceof JsonPrimitive hidden
        && hidden.getAsBoolean();
  }
}
