package dev.weft.process.child;

/** An owner to whom only whole lines are passed on, each thread's in one piece. */
abstract class LineOwner implements Owner {

  @SuppressWarnings("ThreadLocalUsage") // of the threads of one child
  private final ThreadLocal<StringBuilder> lineOut = ThreadLocal.withInitial(StringBuilder::new);

  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<StringBuilder> lineErr = ThreadLocal.withInitial(StringBuilder::new);

  /** Passes on whole lines, or the rest of one. */
  abstract void emit(boolean error, String text);

  @Override
  public void print(boolean error, String text) {
    StringBuilder line = (error ? lineErr : lineOut).get();
    int whole = text.lastIndexOf('\n') + 1;
    if (whole > 0) {
      line.append(text, 0, whole);
      emit(error, line.toString());
      line.setLength(0);
    }
    line.append(text, whole, text.length());
  }

  @Override
  public void flush() {
    flush(false, lineOut.get());
    flush(true, lineErr.get());
  }

  private void flush(boolean error, StringBuilder line) {
    if (!line.isEmpty()) {
      emit(error, line.toString());
      line.setLength(0);
    }
  }

  @Override
  public Runnable onStop(Runnable action) {
    return () -> {};
  }
}
