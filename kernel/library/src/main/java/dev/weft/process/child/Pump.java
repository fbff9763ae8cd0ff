package dev.weft.process.child;

import java.io.IOException;
import java.io.InputStream;

/** Passes on what a child's JVM and its native code write past its own streams. */
final class Pump implements Runnable {

  private final InputStream source;
  private final boolean error;
  private final Owners owners;
  private final LastLines lines;

  /**
   * Makes a pump of one stream.
   *
   * @param lines where the text is kept too
   */
  Pump(InputStream source, boolean error, Owners owners, LastLines lines) {
    this.source = source;
    this.error = error;
    this.owners = owners;
    this.lines = lines;
  }

  @Override
  public void run() {
    Utf8Text decoder = new Utf8Text();
    byte[] bytes = new byte[8192];
    try (source) {
      for (int count = source.read(bytes); count >= 0; count = source.read(bytes)) {
        String text = decoder.decode(bytes, count);
        lines.add(text);
        owners.print(error, text);
      }
    } catch (IOException e) {
      // the stream is closed when the child is given up
    }
    owners.flush();
  }
}
