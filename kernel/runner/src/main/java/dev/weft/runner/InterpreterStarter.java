package dev.weft.runner;

import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.options.NotebookOptions;
import java.nio.file.Path;

/** Starts an interpreter for one notebook. */
@FunctionalInterface
public interface InterpreterStarter {

  /**
   * Starts one.
   *
   * @param folder the notebook's folder, where its code is to run
   * @param options what the notebook asks for
   * @param sink where its output goes
   */
  Interpreter start(Path folder, NotebookOptions options, OutputSink sink);
}
