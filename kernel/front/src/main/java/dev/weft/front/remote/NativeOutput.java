package dev.weft.front.remote;

import dev.weft.link.StreamName;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Passes on what a process writes to one of its standard streams, and keeps the last lines. */
final class NativeOutput implements Runnable {

  private static final int LINES_KEPT = 20;
  private static final int BUFFER = 8192;

  private final InputStream in;
  private final StreamName stream;
  private final WorkerListener listener;
  private final Deque<String> last = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  NativeOutput(InputStream in, StreamName stream, WorkerListener listener) {
    this.in = in;
    this.stream = stream;
    this.listener = listener;
  }

  @Override
  public void run() {
    char[] buffer = new char[BUFFER];
    try (Reader reader = new InputStreamReader(in, Charset.defaultCharset())) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        String text = new String(buffer, 0, n);
        keep(text);
        listener.nativeOutput(stream, text);
      }
    } catch (IOException e) {
      keep("(the rest could not be read: " + e.getMessage() + ")\n");
    }
  }

  private synchronized void keep(String text) {
    line.append(text);
    for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
      add(line.substring(0, end));
      line.delete(0, end + 1);
    }
    if (line.length() > BUFFER) {
      line.delete(0, line.length() - BUFFER);
    }
  }

  private void add(String complete) {
    last.addLast(complete);
    if (last.size() > LINES_KEPT) {
      last.removeFirst();
    }
  }

  /** Returns the last lines, at most twenty. */
  synchronized List<String> lastLines() {
    if (!line.isEmpty()) {
      add(line.toString());
      line.setLength(0);
    }
    return List.copyOf(last);
  }
}
