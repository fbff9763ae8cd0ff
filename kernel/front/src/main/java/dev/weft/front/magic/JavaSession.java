package dev.weft.front.magic;

import dev.weft.front.interpreter.CellResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The notebook's Java, as magics use it; for the thread that runs the magic. */
public interface JavaSession {

  /** Compiles and runs code as a cell, magics in it included; its output goes to this cell. */
  CellResult run(Source code);

  /**
   * Runs code as {@link #run} does and measures it.
   *
   * <p>Time for compiling does not count.
   */
  Measurement measure(Source code);

  /**
   * How code ended and what it took.
   *
   * @param wall the time that passed
   * @param cpu the processor time of the whole JVM, all its threads together
   */
  record Measurement(CellResult result, Duration wall, Duration cpu) {}

  /**
   * Adds jars and folders to the class path of the notebook, for compiler and worker.
   *
   * <p>Those that are there already are left out. Extensions that the jars bring are installed.
   *
   * @return those that were added
   * @throws MagicException if one does not exist or is no jar; then none is added
   */
  List<Path> addToClassPath(List<Path> entries) throws MagicException;

  /** Returns what was added to the class path, in order. */
  List<Path> classPath();

  /** Returns what the notebook has declared and is still there, in order. */
  List<Declared> declared();

  /** What a declaration is. */
  enum Kind {
    /** A variable. */
    VARIABLE,
    /** A method outside of a class. */
    METHOD,
    /** A class, interface, record, enum or annotation. */
    CLASS,
    /** An import. */
    IMPORT,
    /** A bare statement or expression. */
    STATEMENT
  }

  /**
   * Something that the notebook has declared.
   *
   * @param id a number that stays while it lives
   * @param type a variable's type, a method's signature, the kind of a class, or empty
   * @param source the Java that declared it
   */
  record Declared(String id, Kind kind, String name, String type, String source) {}

  /**
   * Returns the value of a variable as text, whole; empty where it has none.
   *
   * @param name a variable that is declared
   */
  Optional<String> value(String name);

  /**
   * Removes declarations by name.
   *
   * @return those of the names that were declared
   */
  List<String> drop(List<String> names);

  /** Removes everything that the notebook has declared; the worker lives on. */
  void reset();
}
