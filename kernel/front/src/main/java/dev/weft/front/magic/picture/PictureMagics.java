package dev.weft.front.magic.picture;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import dev.weft.front.magic.Parameter.Kind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A magic that draws vector graphics as pictures, which charts use too. */
public final class PictureMagics {

  private PictureMagics() {}

  /** Returns it. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("svgtopng")
            .summary("draws an SVG file as a PNG file, twice as large, for print")
            .parameter(Parameter.of(Kind.FILE, "SVG", "the file to read"))
            .parameter(Parameter.of(Kind.FILE, "PNG", "the file to write"))
            .line(PictureMagics::draw)
            .build());
  }

  private static MagicValue draw(Arguments arguments, MagicContext context) throws MagicException {
    List<String> files = arguments.plain();
    if (files.size() != 2) {
      throw new MagicException("Write the SVG file and the PNG file behind the magic's name.");
    }
    Path folder = context.worker().directory();
    Path from = folder.resolve(files.getFirst());
    Path to = folder.resolve(files.getLast());
    try {
      SvgPicture.write(Files.readString(from), to);
    } catch (NoSuchFileException e) {
      throw new MagicException("There is no file " + from + ".");
    } catch (CharacterCodingException e) {
      throw new MagicException(from + " is no SVG.");
    } catch (IOException e) {
      throw new MagicException("Unable to draw " + from + " as " + to + ": " + e.getMessage());
    }
    return MagicValue.none();
  }
}
