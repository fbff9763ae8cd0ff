package dev.weft.runner.handout;

import dev.weft.runner.NotebookCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The order in which the notebooks of a folder are read: {@code index.ipynb} comes first and the
 * others as it links to them.
 */
public final class ReadingOrder {
  private static final String INDEX = "index";
  private static final Pattern LINK = Pattern.compile("\\((?:\\./)?([^()/:#?]+)\\.ipynb");

  private ReadingOrder() {}

  /** Returns the chapters in that order; those that no index names stay at the end, in theirs. */
  public static List<Chapter> of(List<Chapter> chapters) {
    Map<String, Chapter> left = new HashMap<>();
    chapters.forEach(chapter -> left.put(chapter.name(), chapter));
    List<Chapter> ordered = new ArrayList<>();
    Chapter index = left.remove(INDEX);
    if (index != null) {
      ordered.add(index);
      for (String name : linked(index)) {
        Chapter next = left.remove(name);
        if (next != null) {
          ordered.add(next);
        }
      }
    }
    chapters.stream().filter(chapter -> left.containsKey(chapter.name())).forEach(ordered::add);
    return ordered;
  }

  private static List<String> linked(Chapter index) {
    return index.notebook().cells().stream()
        .filter(NotebookCell::isMarkdown)
        .flatMap(cell -> LINK.matcher(cell.source()).results())
        .map(link -> link.group(1).replace("%20", " "))
        .toList();
  }
}
