package dev.weft.process.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes on what a child's JVM and its native code write past its own streams. */
final class Pump implements Runnable {

  private static final int KEPT = 20;

  private final InputStream source;
  private final boolean error;
  private final Supplier<@Nullable Owner> owner;
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  Pump(InputStream source, boolean error, Supplier<@Nullable Owner> owner) {
    this.source = source;
    this.error = error;
    this.owner = owner;
  }

  @Override
  public void run() {
    Utf8Text decoder = new Utf8Text();
    byte[] bytes = new byte[8192];
    try (source) {
      for (int count = source.read(bytes); count >= 0; count = source.read(bytes)) {
        String text = decoder.decode(bytes, count);
        note(text);
        Owner to = owner.get();
        if (to != null) {
          to.print(error, text);
        }
      }
    } catch (IOException e) {
      // the stream is closed when the child is given up
    }
    Owner to = owner.get();
    if (to != null) {
      to.flush();
    }
  }

  /** Keeps the last lines. */
  synchronized void note(String text) {
    for (String each : text.splitWithDelimiters("\n", -1)) {
      if (!each.equals("\n")) {
        line.append(each, 0, Math.min(each.length(), 1000));
        continue;
      }
      lines.add(line.toString());
      line.setLength(0);
      if (lines.size() > KEPT) {
        lines.remove();
      }
    }
  }

  synchronized List<String> lastLines() {
    List<String> last = new ArrayList<>(lines);
    if (!line.isEmpty()) {
      last.add(line.toString());
    }
    return last;
  }
}
