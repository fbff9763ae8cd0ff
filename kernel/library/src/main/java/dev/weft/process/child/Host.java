package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import java.nio.file.Path;
import java.util.List;

/**
 * The program in which children are started; a kernel has its own.
 *
 * <p>Safe for use by several threads.
 */
public interface Host {

  /** Returns the classes that children can't find by themselves. */
  ClassBook book();

  /** Returns the jars and folders added to the class path since the start, in order. */
  List<Path> classPathAdditions();

  /** Returns whom the calling thread works for. */
  Owner owner();

  /** Returns how many children to keep ready. */
  int spares();

  /** Returns how many ancestors of this process are children themselves, itself included. */
  int depth();
}
