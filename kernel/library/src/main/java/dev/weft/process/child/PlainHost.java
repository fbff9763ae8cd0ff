package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import java.nio.file.Path;
import java.util.List;

/** A plain Java program, whose classes are all on the class path. */
final class PlainHost implements Host {

  private final ClassBook book = ClassBook.empty(ClassLoader.getSystemClassLoader());

  @Override
  public ClassBook book() {
    return book;
  }

  @Override
  public List<Path> classPathAdditions() {
    return List.of();
  }

  @Override
  public Owner owner() {
    return new ConsoleOwner();
  }

  @Override
  public int spares() {
    return 1;
  }

  @Override
  public int depth() {
    return 0;
  }
}
