package dev.weft.process.child;

import java.io.PrintStream;

/** The owner in a plain program: prints whole lines to the streams of this JVM. */
final class ConsoleOwner implements Owner {

  static final ConsoleOwner INSTANCE = new ConsoleOwner();

  /** What a thread has printed of a line. */
  @SuppressWarnings("ThreadLocalUsage") // there is one console
  private final ThreadLocal<StringBuilder> lineOut = ThreadLocal.withInitial(StringBuilder::new);

  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<StringBuilder> lineErr = ThreadLocal.withInitial(StringBuilder::new);

  private ConsoleOwner() {}

  @Override
  public void print(boolean error, String text) {
    StringBuilder line = (error ? lineErr : lineOut).get();
    int whole = text.lastIndexOf('\n') + 1;
    if (whole > 0) {
      line.append(text, 0, whole);
      PrintStream stream = error ? System.err : System.out;
      stream.print(line);
      stream.flush();
      line.setLength(0);
    }
    line.append(text, whole, text.length());
  }

  @Override
  public void flush() {
    flush(lineOut.get(), System.out);
    flush(lineErr.get(), System.err);
  }

  private static void flush(StringBuilder line, PrintStream stream) {
    if (!line.isEmpty()) {
      stream.print(line);
      stream.flush();
      line.setLength(0);
    }
  }

  @Override
  public Runnable onStop(Runnable action) {
    return () -> {};
  }
}
