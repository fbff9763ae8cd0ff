package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.OutputSink;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the outputs of a notebook's cells by cell, whenever they arrive.
 *
 * <p>Safe for use by several threads.
 */
final class NotebookOutputs implements OutputSink {
  private final Map<Long, CellOutputs> cells = new LinkedHashMap<>();

  @Override
  public synchronized void stream(long cell, String name, String text) {
    of(cell).stream(name, text);
  }

  @Override
  public synchronized void display(
      long cell, DisplayData data, Optional<String> id, boolean update) {
    id.ifPresent(known -> all().forEach(outputs -> outputs.update(known, data)));
    if (!update) {
      of(cell).add(OutputNodes.display(data), id);
    }
  }

  @Override
  public synchronized void clear(long cell, boolean wait) {
    of(cell).clear(wait);
  }

  @Override
  public void requestInput(long cell, String prompt, boolean password) {
    throw new IllegalStateException("Input was asked for, although the cell may not ask");
  }

  /** Adds a result or an error. */
  synchronized void add(long cell, JsonObject node) {
    of(cell).add(node, Optional.empty());
  }

  /** Returns what the cell has put out so far. */
  synchronized JsonArray toJson(long cell) {
    return of(cell).toJson();
  }

  private CellOutputs of(long cell) {
    return cells.computeIfAbsent(cell, _ -> new CellOutputs());
  }

  private Collection<CellOutputs> all() {
    return cells.values();
  }
}
