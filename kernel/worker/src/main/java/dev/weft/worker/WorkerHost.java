package dev.weft.worker;

import dev.weft.process.child.Host;
import dev.weft.process.child.Owner;
import dev.weft.process.ship.ClassBook;
import java.nio.file.Path;
import java.util.List;

/** What the library's child processes need to know of a notebook. */
final class WorkerHost implements Host {

  private final SnippetLoader loader;
  private final NotebookClasses classes;
  private final CellContext context;
  private final Stops stops;

  WorkerHost(SnippetLoader loader, CellContext context, Stops stops) {
    this.loader = loader;
    this.context = context;
    this.stops = stops;
    classes = new NotebookClasses(loader);
  }

  @Override
  public ClassBook book() {
    return classes;
  }

  @Override
  public List<Path> classPathAdditions() {
    return loader.additions();
  }

  @Override
  public Owner owner() {
    return new CellOwner(context.current(), stops, context);
  }

  @Override
  public int spares() {
    return 2;
  }

  @Override
  public int depth() {
    return 0;
  }
}
