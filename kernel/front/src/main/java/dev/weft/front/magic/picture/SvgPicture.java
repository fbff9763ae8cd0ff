package dev.weft.front.magic.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import dev.weft.front.magic.MagicException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** An SVG drawing as a picture of points, twice as wide and high as it says, for sharp print. */
final class SvgPicture {

  private static final int SCALE = 2;
  private static final int MOST_POINTS = 100_000_000;

  private SvgPicture() {}

  /**
   * Writes a drawing to a PNG file.
   *
   * @throws MagicException if it is no drawing, or this system can't write text into pictures
   * @throws IOException if the file can't be written
   */
  static void write(String svg, Path png) throws MagicException, IOException {
    System.setProperty("java.awt.headless", "true");
    requireFonts();
    BufferedImage image = draw(parse(svg));
    if (!ImageIO.write(image, "png", Files.createDirectories(parent(png)).resolve(png).toFile())) {
      throw new IOException("This JVM writes no PNG files");
    }
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /** Without fonts the JDK throws whatever comes first. */
  private static void requireFonts() throws MagicException {
    boolean found = false;
    try {
      found =
          GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length
              > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      found = false;
    }
    if (!found) {
      throw new MagicException(
          "This system has no fonts for pictures: install some (fontconfig and fonts-dejavu on"
              + " Debian), or write .svg.");
    }
  }

  private static SVGDocument parse(String svg) throws MagicException {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    @Nullable SVGDocument drawing =
        new SVGLoader().load(new ByteArrayInputStream(bytes), null, LoaderContext.createDefault());
    if (drawing == null) {
      throw new MagicException("The drawing is no SVG.");
    }
    return drawing;
  }

  private static BufferedImage draw(SVGDocument drawing) throws MagicException {
    FloatSize size = drawing.size();
    int width = Math.round(size.width * SCALE);
    int height = Math.round(size.height * SCALE);
    if (width < 1 || height < 1 || (long) width * height > MOST_POINTS) {
      throw new MagicException("A drawing of that size makes no picture: " + size + ".");
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    drawing.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
    graphics.dispose();
    return image;
  }
}
