package dev.weft.install.cli;

import dev.weft.install.spec.CommandFailure;
import dev.weft.runner.NotebookException;
import dev.weft.runner.handout.Chapter;
import dev.weft.runner.handout.Handout;
import dev.weft.runner.handout.ReadingOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weft html}: writes notebooks as pages that need nothing else. */
@Command(
    name = "html",
    description = "Write notebooks as HTML handouts: self-contained, for paper, phones and mail.")
final class HtmlCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      arity = "1..*",
      paramLabel = "NOTEBOOK|FOLDER",
      description = "The .ipynb files, or folders with such files, in their order.")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Write the pages to this folder instead of beside the notebooks.")
  private @Nullable Path folder;

  @Option(
      names = "--book",
      paramLabel = "FILE",
      description = "Write all notebooks to this one file, with a table of contents.")
  private @Nullable Path book;

  @Option(names = "--title", paramLabel = "TEXT", description = "The title of the book.")
  private @Nullable String title;

  HtmlCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    List<Chapter> chapters = new ArrayList<>();
    for (Path source : sources) {
      List<Chapter> found = new ArrayList<>();
      for (Path file : notebooks(source)) {
        found.add(chapter(file));
      }
      chapters.addAll(Files.isDirectory(source) ? ReadingOrder.of(found) : found);
    }
    Handout handout = new Handout(chapters);
    if (book != null) {
      write(book, handout.book(title == null ? chapters.getFirst().title() : title));
    }
    for (int i = 0; book == null && i < chapters.size(); i++) {
      write(page(chapters.get(i)), handout.page(i));
    }
    return 0;
  }

  private static List<Path> notebooks(Path source) throws IOException {
    if (!Files.exists(source)) {
      throw new CommandFailure("there is no notebook " + source);
    }
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> entries = Files.list(source)) {
      List<Path> found =
          entries
              .filter(file -> file.getFileName().toString().endsWith(".ipynb"))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
      if (found.isEmpty()) {
        throw new CommandFailure("there is no notebook in the folder " + source);
      }
      return found;
    }
  }

  private Chapter chapter(Path file) {
    try {
      Chapter chapter = Chapter.read(file);
      if (!chapter.hasOutputs()) {
        context
            .out()
            .println(file + ": no cell has shown anything; to run it: weft run --inplace " + file);
      }
      return chapter;
    } catch (NotebookException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private Path page(Chapter chapter) {
    Path place = folder == null ? chapter.folder() : folder;
    return place.resolve(chapter.name() + ".html");
  }

  private void write(Path file, String html) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, html);
      context.out().printf("%s (%d KB)%n", file, Files.size(file) / 1024 + 1);
    } catch (IOException e) {
      throw new CommandFailure("%s can't be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
