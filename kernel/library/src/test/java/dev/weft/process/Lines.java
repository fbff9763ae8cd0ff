package dev.weft.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Takes what is printed to a standard stream, and waits for text in it. */
final class Lines implements AutoCloseable {

  private final boolean error;
  private final PrintStream before;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

  private Lines(boolean error) {
    this.error = error;
    before = error ? System.err : System.out;
    set(new PrintStream(new Sink(), true, StandardCharsets.UTF_8));
  }

  static Lines ofOutput() {
    return new Lines(false);
  }

  static Lines ofErrors() {
    return new Lines(true);
  }

  private void set(PrintStream stream) {
    if (error) {
      System.setErr(stream);
    } else {
      System.setOut(stream);
    }
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      synchronized (taken) {
        taken.write(bytes, offset, length);
        taken.notifyAll();
      }
    }
  }

  String text() {
    synchronized (taken) {
      return taken.toString(StandardCharsets.UTF_8);
    }
  }

  /** Waits until this was printed; the test's own time-out ends the wait. */
  void await(String wanted) throws InterruptedException {
    synchronized (taken) {
      while (!text().contains(wanted)) {
        taken.wait();
      }
    }
  }

  @Override
  public void close() {
    set(before);
  }
}
