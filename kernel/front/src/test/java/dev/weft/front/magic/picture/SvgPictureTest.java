package dev.weft.front.magic.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.BarChart;
import dev.weft.chart.Chart;
import dev.weft.front.magic.MagicException;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawings become pictures, or one line says why not. */
class SvgPictureTest {

  @TempDir Path folder;

  @Test
  void aChartIsDrawnTwiceAsLarge() throws Exception {
    Chart chart = BarChart.titled("Time to finish", "s").bar("serial", 5.7).bar("threads", 1.9);
    Path file = folder.resolve("new/chart.png");
    try {
      SvgPicture.write(chart.toSvg(), file);
    } catch (MagicException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("no fonts"), e.toString());
      return;
    }
    BufferedImage image = ImageIO.read(file.toFile());
    assertNotNull(image);
    assertEquals(1200, image.getWidth());
    assertNotEquals(image.getRGB(2, 2), image.getRGB(500, 100));
    assertTrue(Files.size(file) > 2_000);
  }

  @Test
  void whatIsNoDrawingIsTold() {
    MagicException thrown =
        assertThrows(
            MagicException.class, () -> SvgPicture.write("no xml", folder.resolve("a.png")));
    assertTrue(thrown.toString().matches(".*(no SVG|no fonts).*"), thrown.toString());
  }
}
