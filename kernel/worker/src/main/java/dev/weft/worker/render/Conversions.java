package dev.weft.worker.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weft.display.DisplayData;
import dev.weft.worker.guard.Guarded;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats that are made of a value only when somebody asks for them. */
final class Conversions {

  private static final Map<String, String> IMAGE_FORMATS =
      Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/bmp", "bmp");

  private Conversions() {}

  /** Adds the wanted formats that are not there yet, as far as they can be made of the value. */
  static DisplayData add(Object value, List<String> mimeTypes, DisplayData data) {
    DisplayData all = data;
    for (String type : mimeTypes) {
      byte[] file = all.data().containsKey(type) ? null : convert(value, type);
      if (file != null) {
        all = isText(type) ? all.with(type, new String(file, UTF_8)) : all.with(type, file);
      }
    }
    return all;
  }

  private static boolean isText(String type) {
    return type.startsWith("text/")
        || type.endsWith("xml")
        || type.endsWith("json")
        || type.equals("application/javascript");
  }

  private static byte @Nullable [] convert(Object value, String type) {
    byte[][] result = new byte[1][];
    String problem = Guarded.problem(() -> result[0] = bytes(value, type));
    if (problem != null) {
      System.err.println("The value cannot be shown as " + type + ": " + problem);
    }
    return result[0];
  }

  private static byte @Nullable [] bytes(Object value, String type) throws Exception {
    String format = IMAGE_FORMATS.get(type);
    if (format != null && Adapters.isImage(value)) {
      return ImageRenderer.encode(value, format);
    }
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof InputStream stream) {
      return stream.readAllBytes();
    }
    if (value instanceof URL url) {
      return bytes(url.openConnection());
    }
    return value instanceof URLConnection connection ? bytes(connection) : null;
  }

  private static byte[] bytes(URLConnection connection) throws Exception {
    try (InputStream stream = connection.getInputStream()) {
      return stream.readAllBytes();
    }
  }
}
