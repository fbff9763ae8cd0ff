package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a child tells its own children: the classes that it was sent itself. */
final class ChildHost implements Host {

  private final Wire wire;
  private final TaskOwner tasks;
  private final int depth;
  private final List<Path> added = new CopyOnWriteArrayList<>();
  private volatile Generation generation;

  ChildHost(Wire wire, TaskOwner tasks, Generation generation, int depth) {
    this.wire = wire;
    this.tasks = tasks;
    this.generation = generation;
    this.depth = depth;
  }

  void use(Generation latest) {
    generation = latest;
  }

  void added(String entry) {
    added.add(Path.of(entry));
  }

  @Override
  public ClassBook book() {
    return generation.loader;
  }

  @Override
  public List<Path> classPathAdditions() {
    return added;
  }

  @Override
  public Owner owner() {
    return new TaskOutputOwner(wire, tasks.current());
  }

  @Override
  public int spares() {
    return 0;
  }

  @Override
  public int depth() {
    return depth;
  }
}
