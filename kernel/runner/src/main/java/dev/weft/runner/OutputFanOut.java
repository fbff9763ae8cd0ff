package dev.weft.runner;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.OutputSink;
import java.util.Optional;

/** Hands all output to two sinks. */
record OutputFanOut(OutputSink first, OutputSink second) implements OutputSink {

  @Override
  public void stream(long cell, String name, String text) {
    first.stream(cell, name, text);
    second.stream(cell, name, text);
  }

  @Override
  public void display(long cell, DisplayData data, Optional<String> id, boolean update) {
    first.display(cell, data, id, update);
    second.display(cell, data, id, update);
  }

  @Override
  public void clear(long cell, boolean wait) {
    first.clear(cell, wait);
    second.clear(cell, wait);
  }

  @Override
  public void requestInput(long cell, String prompt, boolean password) {
    first.requestInput(cell, prompt, password);
    second.requestInput(cell, prompt, password);
  }
}
