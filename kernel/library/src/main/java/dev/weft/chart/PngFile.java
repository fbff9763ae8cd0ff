package dev.weft.chart;

import dev.weft.magic.Magics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PNG files, which a notebook's kernel draws, as it may have for that what user code has not. */
final class PngFile {

  private PngFile() {}

  static Path write(Chart chart, Path file) throws IOException {
    Path drawing = Files.createTempFile("weft", ".svg");
    try {
      Files.writeString(drawing, chart.toSvg());
      String from = drawing.toAbsolutePath().toString();
      Object unused = Magics.lineMagic("svgtopng", List.of(from, file.toAbsolutePath().toString()));
      return file;
    } finally {
      Files.deleteIfExists(drawing);
    }
  }
}
