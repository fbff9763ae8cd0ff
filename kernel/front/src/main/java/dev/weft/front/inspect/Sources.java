package dev.weft.front.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Reads the sources of the JDK and of libraries. */
final class Sources {

  /**
   * A source file, or why there is none.
   *
   * @param text the file's text, empty where it could not be had
   * @param origin the module or jar
   * @param missing what to say where there is no text
   */
  record Found(String text, String origin, String missing) {}

  private final Path jdk;
  private final SourceFinder finder;

  /** The file read last, which the next question is often about too. */
  private String lastPath = "";

  private String lastText = "";

  Sources(Path javaHome, SourceFinder finder) {
    jdk = javaHome.resolve("lib").resolve("src.zip");
    this.finder = finder;
  }

  /** Returns the source file in which something is declared. */
  Found of(Element element, Elements elements) {
    TypeElement type = outermost(element);
    JavaFileObject file = type == null ? null : elements.getFileObjectOf(type);
    if (type == null || file == null) {
      return new Found("", "", "");
    }
    String path = type.getQualifiedName().toString().replace('.', '/') + ".java";
    URI uri = file.toUri();
    if ("jrt".equals(uri.getScheme())) {
      return ofJdk(uri.getPath().substring(1).split("/", 2)[0], path);
    }
    return jar(uri).map(jar -> ofJar(jar, path)).orElse(new Found("", "", ""));
  }

  static @Nullable TypeElement outermost(Element element) {
    TypeElement found = null;
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type && at.getKind() != ElementKind.OTHER) {
        found = type;
      }
    }
    return found;
  }

  private Found ofJdk(String module, String path) {
    if (!Files.isRegularFile(jdk)) {
      return new Found(
          "", module, "No documentation: this JDK has no lib/src.zip, in which its sources are.");
    }
    return new Found(read(jdk, module + "/" + path), module, "");
  }

  private Found ofJar(Path jar, String path) {
    String name = String.valueOf(jar.getFileName());
    return finder
        .sources(jar)
        .map(sources -> new Found(read(sources, path), name, ""))
        .orElse(new Found("", name, "No documentation: there are no sources beside " + name + "."));
  }

  private static Optional<Path> jar(URI uri) {
    String text = uri.toString();
    int end = text.indexOf("!/");
    return text.startsWith("jar:file:") && end > 0
        ? Optional.of(Path.of(URI.create(text.substring("jar:".length(), end))))
        : Optional.empty();
  }

  private String read(Path archive, String path) {
    String key = archive + "!" + path;
    if (!key.equals(lastPath)) {
      lastText = text(archive, path);
      lastPath = key;
    }
    return lastText;
  }

  private static String text(Path archive, String path) {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        return "";
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return "";
    }
  }
}
