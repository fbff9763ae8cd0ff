package dev.weft.worker;

import dev.weft.link.Event;
import dev.weft.link.StreamName;
import dev.weft.worker.guard.CellStopped;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of one cell have printed and what is not yet sent.
 *
 * <p>Each thread's line is assembled apart until it is whole. A line that stays partial, as a
 * prompt does, is sent when its thread goes on to something else, and otherwise after a tick; when
 * another thread prints meanwhile, it is held a little longer, and the other's line starts on a new
 * line.
 */
final class CellOutput {

  private static final int SEND_AT = 16 * 1024;
  private static final int MAX_PROMPT = 1000;
  private static final int MAX_PIECE = 256 * 1024;
  private static final long HOLD = TimeUnit.MILLISECONDS.toNanos(500);

  private final long cell;
  private final OutputPump pump;
  private final OutputTarget target;
  private final ReentrantLock lock = new ReentrantLock();
  private final StringBuilder pending = new StringBuilder();
  private final Map<Thread, Line> lines = new HashMap<>();
  private StreamName pendingStream = StreamName.STDOUT;
  private boolean dirty;

  /** The thread that has begun the stream's last line, of which a part is out already. */
  private @Nullable Thread openOut;

  private @Nullable Thread openErr;
  private @Nullable Thread lastWriter;
  private long turns;

  /** Makes the output of a cell, which goes to the target, at the pump's pace. */
  CellOutput(long cell, OutputPump pump, OutputTarget target) {
    this.cell = cell;
    this.pump = pump;
    this.target = target;
  }

  /** The part of a line that its thread has printed. */
  private static final class Line {
    private final StreamName stream;
    private final StringBuilder text = new StringBuilder();
    private final long turn;
    private final long since = System.nanoTime();

    Line(StreamName stream, long turn) {
      this.stream = stream;
      this.turn = turn;
    }
  }

  /**
   * Prints for the calling thread; may wait for the reader, and ends the code of a stopped cell.
   */
  void print(StreamName stream, String text, boolean endOfLine, BooleanSupplier stopped) {
    lock.lock();
    try {
      Thread thread = Thread.currentThread();
      noteTurn(thread);
      int whole = endOfLine ? text.length() : text.lastIndexOf('\n') + 1;
      leaveOtherStream(thread, stream);
      if (endOfLine || whole > 0) {
        endLine(thread, stream, text, whole, endOfLine);
      }
      if (whole < text.length()) {
        lines
            .computeIfAbsent(thread, t -> new Line(stream, turns))
            .text
            .append(text, whole, text.length());
      }
      afterPrint(thread, stopped);
    } finally {
      lock.unlock();
    }
  }

  private void noteTurn(Thread thread) {
    if (lastWriter != thread) {
      lastWriter = thread;
      turns++;
    }
  }

  private void leaveOtherStream(Thread thread, StreamName stream) {
    Line line = lines.isEmpty() ? null : lines.get(thread);
    if (line != null && line.stream != stream) {
      emit(thread, line);
      lines.remove(thread);
    }
  }

  private void endLine(Thread thread, StreamName stream, String text, int end, boolean newline) {
    Line line = lines.isEmpty() ? null : lines.remove(thread);
    turnTo(thread, stream);
    if (line != null) {
      pending.append(line.text);
    }
    pending.append(text, 0, end);
    if (newline) {
      pending.append('\n');
    }
    setOpen(stream, null);
  }

  /** Sends a partial line. */
  private void emit(Thread thread, Line line) {
    turnTo(thread, line.stream);
    pending.append(line.text);
    setOpen(line.stream, thread);
  }

  /** Makes the stream the one that is written to, at a place where that thread may go on. */
  private void turnTo(Thread thread, StreamName stream) {
    if (pendingStream != stream) {
      send(() -> false);
      pendingStream = stream;
    }
    Thread open = stream == StreamName.STDOUT ? openOut : openErr;
    if (open != null && open != thread) {
      pending.append('\n');
    }
  }

  private void setOpen(StreamName stream, @Nullable Thread thread) {
    if (stream == StreamName.STDOUT) {
      openOut = thread;
    } else {
      openErr = thread;
    }
  }

  private void afterPrint(Thread thread, BooleanSupplier stopped) {
    if (!dirty) {
      dirty = true;
      pump.schedule(this);
    }
    Line line = lines.isEmpty() ? null : lines.get(thread);
    if (line != null && line.text.length() >= SEND_AT) {
      emit(thread, line);
      lines.remove(thread);
    }
    if (pending.length() >= SEND_AT && !send(stopped)) {
      throw new CellStopped();
    }
  }

  private boolean send(BooleanSupplier abandoned) {
    int from = 0;
    while (from < pending.length()) {
      int to = endOfPiece(from);
      Event.Output output = new Event.Output(cell, pendingStream, pending.substring(from, to));
      if (!target.send(output, abandoned)) {
        pending.delete(0, from);
        return false;
      }
      from = to;
    }
    clearPending();
    return true;
  }

  private int endOfPiece(int from) {
    int to = Math.min(pending.length(), from + MAX_PIECE);
    boolean splits = to < pending.length() && Character.isHighSurrogate(pending.charAt(to - 1));
    return splits ? to - 1 : to;
  }

  private void clearPending() {
    pending.setLength(0);
    if (pending.capacity() > MAX_PIECE) {
      pending.trimToSize();
    }
  }

  /** Sends what the calling thread has printed, and the whole lines of others. */
  void flush() {
    lock.lock();
    try {
      Line own = lines.remove(Thread.currentThread());
      if (own != null) {
        emit(Thread.currentThread(), own);
      }
      send(() -> false);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shows something after what the calling thread has printed.
   *
   * @return whether it was taken, and not given up
   */
  boolean show(Event shown, BooleanSupplier abandoned) {
    flush();
    return target.send(shown, abandoned);
  }

  /**
   * Takes the last words of the calling thread as a question to the person: a line that it has
   * begun and of which nothing is sent yet. Sends what else it has printed.
   */
  String takePrompt() {
    lock.lock();
    try {
      Thread thread = Thread.currentThread();
      Line line = openOut == thread ? null : lines.get(thread);
      String prompt = "";
      if (line != null && line.stream == StreamName.STDOUT && line.text.length() <= MAX_PROMPT) {
        lines.remove(thread);
        prompt = line.text.toString();
      }
      flush();
      return prompt;
    } finally {
      lock.unlock();
    }
  }

  /** Sends everything that is here, partial lines too. */
  void flushAll() {
    lock.lock();
    try {
      for (Map.Entry<Thread, Line> each : lines.entrySet()) {
        emit(each.getKey(), each.getValue());
      }
      lines.clear();
      send(() -> false);
    } finally {
      lock.unlock();
    }
  }

  /** Sends what is due; called after a tick. */
  void tick() {
    lock.lock();
    try {
      dirty = false;
      emitDueLines(System.nanoTime());
      send(() -> false);
      if (!lines.isEmpty()) {
        dirty = true;
        pump.schedule(this);
      }
    } finally {
      lock.unlock();
    }
  }

  private void emitDueLines(long now) {
    Iterator<Map.Entry<Thread, Line>> all = lines.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Thread, Line> each = all.next();
      Line line = each.getValue();
      if (line.turn == turns || now - line.since > HOLD) {
        emit(each.getKey(), line);
        all.remove();
      }
    }
  }
}
