package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.magic.Interruption;
import dev.weft.front.magic.JavaSession;
import dev.weft.front.magic.JavaSession.Measurement;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicOutput;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Names;
import dev.weft.front.magic.WorkerControl;
import dev.weft.front.remote.WorkerSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the contexts of magics, and keeps what they share. */
final class MagicContexts {

  private final MagicRegistry registry;
  private final Interrupts interrupts;
  private final WorkerSettings settings;
  private final Supplier<ShellSession.Notes> notes;
  private final OutputSink sink;
  private final List<MagicContext.PastCell> history = new ArrayList<>();
  private Cell running = new Cell(0, 0, "", true, false);

  MagicContexts(
      MagicRegistry registry,
      Interrupts interrupts,
      WorkerSettings settings,
      Supplier<ShellSession.Notes> notes,
      OutputSink sink) {
    this.registry = registry;
    this.interrupts = interrupts;
    this.settings = settings;
    this.notes = notes;
    this.sink = sink;
  }

  /** Takes note of a cell that begins. */
  void began(Cell cell) {
    running = cell;
    if (!cell.silent()) {
      history.add(new MagicContext.PastCell(cell.executionCount(), cell.code()));
    }
  }

  /** Returns the cell that runs, or ran last. */
  Cell running() {
    return running;
  }

  MagicRegistry registry() {
    return registry;
  }

  Interrupts interrupts() {
    return interrupts;
  }

  MagicContext of(Cell cell, MagicCells cells) {
    return new OfCell(cell.id(), new ShellSession(cells, this, cell, notes.get()));
  }

  /** Runs Java, and says what it took without the time for compiling it. */
  Measurement measure(Supplier<CellResult> run) {
    WorkerSession session = notes.get().session();
    Duration wallBefore = session.timeInCode();
    Duration cpuBefore = session.processorTime();
    CellResult result = run.get();
    Duration cpu = session.processorTime().minus(cpuBefore);
    return new Measurement(result, session.timeInCode().minus(wallBefore), cpu);
  }

  /** Returns what names mean now. */
  Names names() {
    return new Names(name -> registry.find(name).isPresent(), notes.get().declarations()::isName);
  }

  private final class OfCell implements MagicContext, MagicOutput {

    private final long cell;
    private final JavaSession java;

    OfCell(long cell, JavaSession java) {
      this.cell = cell;
      this.java = java;
    }

    @Override
    public MagicOutput output() {
      return this;
    }

    @Override
    public JavaSession java() {
      return java;
    }

    @Override
    public WorkerControl worker() {
      return settings;
    }

    @Override
    public Interruption interruption() {
      return interrupts;
    }

    @Override
    public MagicRegistry registry() {
      return registry;
    }

    @Override
    public List<PastCell> history() {
      return List.copyOf(history);
    }

    @Override
    public void print(String text) {
      sink.stream(cell, "stdout", text);
    }

    @Override
    public void printError(String text) {
      sink.stream(cell, "stderr", text);
    }

    @Override
    public void display(DisplayData data, Optional<String> id, boolean update) {
      sink.display(cell, data, id, update);
    }
  }
}
