package dev.weft.notebooks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A folder with notebooks and all that they name: files, jars, classes, and a Maven repository that
 * stands in for every other.
 */
final class CourseFolder {

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("Greeting", "public static String hello(String n) { return \"Hello, \" + n; }"),
          Map.entry("Farewell", "public static String bye(String n) { return \"Bye, \" + n; }"),
          Map.entry("Colours", "public static final String FIRST = \"red\";"),
          Map.entry("Shapes", "public static int square(int side) { return side * side; }"),
          Map.entry("Numbers", "public static final int ONE = 1;"),
          Map.entry("Weather", "public static String today() { return \"sunny\"; }"),
          Map.entry("Probe", "public static boolean isThere() { return true; }"),
          Map.entry("Birds", "public static String sing() { return \"tweet\"; }"));

  private static final String EXTENSION =
      """
      package org.example;
      public class Installed implements org.dflib.jjava.jupyter.Extension {
        public void install(org.dflib.jjava.jupyter.kernel.BaseKernel kernel) {
          kernel.eval("String extensionWasHere = \\"installed in \\" + getKernelInstance().getName();");
        }
      }
      """;

  final Path path;

  /** Makes the folder out of the notebooks of another. */
  CourseFolder(Path path, Path notebooks) throws IOException {
    this.path = path;
    copy(notebooks);
    for (Map.Entry<String, String> each : SOURCES.entrySet()) {
      String name = each.getKey();
      publish(name.toLowerCase(Locale.ROOT), compile("org.example." + name, each.getValue()));
    }
    Path extension = compileSource("org.example.Installed", EXTENSION);
    Path service = extension.resolve("META-INF/services/org.dflib.jjava.jupyter.Extension");
    Files.createDirectories(service.getParent());
    Files.writeString(service, "org.example.Installed");
    publish("extension", extension);
    Path tool = compile("org.example.lib.Tool", "public static String use() { return \"used\"; }");
    jar(tool, path.resolve("lib/tool.jar"));
    copyInto(compile("org.example.Loose", ""), path.resolve("classes"));
    addGson();
    Files.writeString(
        settings(),
        "<settings><mirrors><mirror><id>course</id><mirrorOf>*</mirrorOf><url>"
            + repository().toUri()
            + "</url></mirror></mirrors></settings>");
  }

  /** Settings for Maven by which nothing else is asked. */
  Path settings() {
    return path.resolve("settings.xml");
  }

  private Path repository() {
    return path.resolve("repository");
  }

  private void copy(Path from) throws IOException {
    copyInto(from, path);
  }

  private static void copyInto(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        Files.createDirectories(target.getParent());
        Files.copy(each, target);
      }
    }
  }

  private Path compile(String className, String body) throws IOException {
    int dot = className.lastIndexOf('.');
    return compileSource(
        className,
        "package %s; public class %s { %s }"
            .formatted(className.substring(0, dot), className.substring(dot + 1), body));
  }

  /** Returns the folder with the class. */
  private Path compileSource(String className, String source) throws IOException {
    Path folder = path.resolve("build").resolve(className);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path file = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), file.toString());
    if (failures != 0) {
      throw new AssertionError("not compiled: " + source);
    }
    return classes;
  }

  private void publish(String artifact, Path classes) throws IOException {
    Path folder = repository().resolve("org/example").resolve(artifact).resolve("1.0");
    jar(classes, folder.resolve(artifact + "-1.0.jar"));
    pom(folder, "org.example", artifact, "1.0");
  }

  private static void pom(Path folder, String group, String artifact, String version)
      throws IOException {
    Files.writeString(
        folder.resolve(artifact + "-" + version + ".pom"),
        """
        <project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId>
        <artifactId>%s</artifactId><version>%s</version></project>
        """
            .formatted(group, artifact, version));
  }

  /** The library that this test has on its own class path. */
  private void addGson() throws IOException {
    List<String> classPath =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    Path gson =
        classPath.stream().map(Path::of).filter(CourseFolder::isGson).findFirst().orElseThrow();
    Path folder = repository().resolve("com/google/code/gson/gson/2.13.2");
    Files.createDirectories(folder);
    Files.copy(gson, folder.resolve("gson-2.13.2.jar"));
    pom(folder, "com.google.code.gson", "gson", "2.13.2");
  }

  private static boolean isGson(Path entry) {
    return entry.getFileName().toString().matches("gson-[\\d.]+\\.jar");
  }

  private static void jar(Path classes, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }
}
