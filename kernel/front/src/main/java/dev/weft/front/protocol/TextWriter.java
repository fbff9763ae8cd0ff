package dev.weft.front.protocol;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Gathers JSON text in memory, without the lock that {@link java.io.StringWriter} takes. */
final class TextWriter extends Writer {
  private final StringBuilder text;

  TextWriter(int expectedLength) {
    text = new StringBuilder(expectedLength);
  }

  /** Returns a writer of compact JSON into this. */
  JsonWriter json() {
    JsonWriter json = new JsonWriter(this);
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.setHtmlSafe(false);
    json.setSerializeNulls(true);
    return json;
  }

  byte[] toUtf8() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    text.append(chars, offset, length);
  }

  @Override
  public void write(String string) {
    text.append(string);
  }

  @Override
  public void write(String string, int offset, int length) {
    text.append(string, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
