package dev.weft.front.magic.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A remote repository in a folder, made of small jars. */
final class TestRepository {

  final Path folder;

  TestRepository(Path folder) {
    this.folder = folder;
  }

  String url() {
    return folder.toUri().toString();
  }

  /** Adds a jar with one text in it and a POM with those dependencies. */
  TestRepository jar(String coordinates, String... dependencies) throws IOException {
    Coordinates each = parse(coordinates);
    file(each, "jar", jarWith(Map.of(each.artifactId() + ".txt", each.toString())));
    return pom(coordinates, dependencies(dependencies));
  }

  /** Adds a jar with those entries, and a POM without dependencies. */
  TestRepository jarOf(String coordinates, Map<String, String> entries) throws IOException {
    file(parse(coordinates), "jar", jarWith(entries));
    return pom(coordinates, "");
  }

  /** Adds a jar with the class of that source, and a POM with those dependencies. */
  TestRepository classes(String coordinates, String className, String source, String... needs)
      throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(compile(className, source));
    entries.put("notes.txt", ("notes of " + className).getBytes(StandardCharsets.UTF_8));
    file(parse(coordinates), "jar", jarWithBytes(entries));
    return pom(coordinates, dependencies(needs));
  }

  /** Compiles a class of the unnamed or another package, which may need nothing but the JDK. */
  static Map<String, byte[]> compile(String className, String source) throws IOException {
    Path folder = Files.createTempDirectory("weft-test-");
    Path file = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), file.toString());
    if (failures != 0) {
      throw new AssertionError("not compiled: " + source);
    }
    String entry = className.replace('.', '/') + ".class";
    return Map.of(entry, Files.readAllBytes(folder.resolve(entry)));
  }

  /** Adds a POM with that inside. */
  TestRepository pom(String coordinates, String inside) throws IOException {
    Coordinates each = parse(coordinates);
    String packaging = each.type().equals("pom") ? "<packaging>pom</packaging>" : "";
    String xml =
        "<project><modelVersion>4.0.0</modelVersion>"
            + gav(each)
            + packaging
            + inside
            + "</project>";
    file(each, "pom", xml.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a file beside the main one, as sources. */
  TestRepository attached(String coordinates, String classifier) throws IOException {
    Coordinates each = parse(coordinates);
    file(each, classifier + ".jar", "-", jarWith(Map.of("a.txt", "a")));
    return this;
  }

  /** Says which versions there are. */
  TestRepository versions(String name, String... versions) throws IOException {
    Coordinates each = parse(name + ":0");
    StringBuilder xml = new StringBuilder("<metadata><groupId>");
    xml.append(each.groupId()).append("</groupId><artifactId>").append(each.artifactId());
    String last = List.of(versions).getLast();
    xml.append("</artifactId><versioning><latest>").append(last).append("</latest><release>");
    xml.append(last).append("</release><versions>");
    for (String version : versions) {
      xml.append("<version>").append(version).append("</version>");
    }
    xml.append("</versions></versioning></metadata>");
    Path file =
        folder
            .resolve(each.groupId().replace('.', '/'))
            .resolve(each.artifactId())
            .resolve("maven-metadata.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, xml);
    return this;
  }

  static String dependencies(String... dependencies) {
    StringBuilder xml = new StringBuilder("<dependencies>");
    for (String each : dependencies) {
      xml.append(dependency(each));
    }
    return xml.append("</dependencies>").toString();
  }

  /** Returns a dependency; a scope may stand behind a blank. */
  static String dependency(String text) {
    String[] words = text.split(" ", 2);
    String scope = words.length > 1 ? "<scope>" + words[1] + "</scope>" : "";
    Coordinates each = parse(words[0]);
    String type = each.type().equals("jar") ? "" : "<type>" + each.type() + "</type>";
    return "<dependency>" + gav(each) + type + scope + "</dependency>";
  }

  private static String gav(Coordinates each) {
    String version = each.version().isEmpty() ? "" : "<version>" + each.version() + "</version>";
    return "<groupId>"
        + each.groupId()
        + "</groupId><artifactId>"
        + each.artifactId()
        + "</artifactId>"
        + version;
  }

  static Coordinates parse(String coordinates) {
    try {
      return CoordinatesParser.parse(coordinates);
    } catch (DependencyException e) {
      throw new AssertionError(e);
    }
  }

  private void file(Coordinates each, String extension, byte[] content) throws IOException {
    file(each, extension, ".", content);
  }

  private void file(Coordinates each, String ending, String separator, byte[] content)
      throws IOException {
    Path file =
        folder
            .resolve(each.groupId().replace('.', '/'))
            .resolve(each.artifactId())
            .resolve(each.version())
            .resolve(each.artifactId() + "-" + each.version() + separator + ending);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  static byte[] jarWith(Map<String, String> entries) throws IOException {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return jarWithBytes(bytes);
  }

  static byte[] jarWithBytes(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
