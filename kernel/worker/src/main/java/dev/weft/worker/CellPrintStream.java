package dev.weft.worker;

import dev.weft.link.StreamName;
import dev.weft.worker.guard.CellStopped;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.out} or {@code System.err}: what a thread prints goes to its cell.
 *
 * <p>Unlike its superclass it holds no lock while it prints, and keeps no state that an error
 * thrown out of a call could leave half-written.
 */
@SuppressWarnings("AnnotateFormatMethod") // needs an annotation of Error Prone's own
final class CellPrintStream extends PrintStream {

  private final StreamName stream;
  private final CellContext context;
  private final Stops stops;
  private final ThreadLocal<Utf8Assembler> assembler = ThreadLocal.withInitial(Utf8Assembler::new);

  CellPrintStream(StreamName stream, CellContext context, Stops stops) {
    super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    this.stream = stream;
    this.context = context;
    this.stops = stops;
  }

  private void text(String text, boolean endOfLine) {
    Cell cell = context.current();
    if (stops.endsPrinting(cell)) {
      throw new CellStopped();
    }
    cell.output().print(stream, text, endOfLine, () -> stops.concerns(cell));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    text(assembler.get().decode(bytes, offset, length), false);
  }

  @Override
  public void writeBytes(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public boolean checkError() {
    return false;
  }

  @Override
  public void print(boolean value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(char value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(int value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(long value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(float value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(double value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(char[] value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(@Nullable String value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void print(@Nullable Object value) {
    text(String.valueOf(value), false);
  }

  @Override
  public void println() {
    text("", true);
  }

  @Override
  public void println(boolean value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(char value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(int value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(long value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(float value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(double value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(char[] value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(@Nullable String value) {
    text(String.valueOf(value), true);
  }

  @Override
  public void println(@Nullable Object value) {
    text(String.valueOf(value), true);
  }

  @Override
  public PrintStream format(String format, @Nullable Object... args) {
    text(String.format(Locale.getDefault(Locale.Category.FORMAT), format, args), false);
    return this;
  }

  @Override
  public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... args) {
    text(String.format(locale, format, args), false);
    return this;
  }

  @Override
  public PrintStream append(@Nullable CharSequence text) {
    print(String.valueOf(text));
    return this;
  }

  @Override
  public PrintStream append(@Nullable CharSequence text, int start, int end) {
    return append(String.valueOf(text).substring(start, end));
  }

  @Override
  public PrintStream append(char value) {
    print(value);
    return this;
  }
}
