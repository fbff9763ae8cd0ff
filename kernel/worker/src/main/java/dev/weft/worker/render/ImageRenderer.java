package dev.weft.worker.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Encodes images; apart from other classes, because it needs java.desktop. */
final class ImageRenderer {

  private ImageRenderer() {}

  /**
   * Returns the image as a file.
   *
   * @param image must be a {@link RenderedImage}
   * @param format as {@link ImageIO} calls it
   * @throws IOException if the JVM cannot write that format
   */
  static byte[] encode(Object image, String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    RenderedImage rendered = (RenderedImage) image;
    if (!ImageIO.write(rendered, format, file) && !ImageIO.write(opaque(rendered), format, file)) {
      throw new IOException("this JVM cannot write " + format);
    }
    return file.toByteArray();
  }

  /** JPEG has no transparency. */
  private static BufferedImage opaque(RenderedImage image) {
    BufferedImage copy =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawRenderedImage(image, new java.awt.geom.AffineTransform());
    graphics.dispose();
    return copy;
  }
}
