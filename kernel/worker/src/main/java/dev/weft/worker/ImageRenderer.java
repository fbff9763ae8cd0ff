package dev.weft.worker;

import dev.weft.display.DisplayData;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Renders images; apart from {@link ValueRenderer}, because it needs java.desktop. */
final class ImageRenderer {

  private ImageRenderer() {}

  /** Returns the image as PNG; the value must be a {@link RenderedImage}. */
  static DisplayData render(Object image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write((RenderedImage) image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DisplayData.png(file.toByteArray());
  }
}
