package dev.weft.bare;

import dev.weft.segment.Family;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Starts JVMs of this program's family that run a main class of the tests, and costs as little for
 * each as may be: their classes come from one jar and an archive that a first one has left, and
 * they interpret them, as they end before there is anything to compile.
 */
public final class BareJvms {

  private final Path folder;
  private final String mainClass;
  private final String classPath;
  private final Path archive;

  /**
   * Prepares them.
   *
   * @param folder an empty one
   * @param mainClass what they run
   * @param training arguments with which the first one ends soon, by itself
   */
  public BareJvms(Path folder, Class<?> mainClass, String... training)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.mainClass = mainClass.getName();
    classPath = packed();
    archive = folder.resolve("classes.jsa");
    Process first = start("-XX:ArchiveClassesAtExit=" + archive, training);
    if (!first.waitFor(5, TimeUnit.MINUTES) || first.exitValue() != 0) {
      throw new IllegalStateException("The first one has failed: " + first);
    }
  }

  /** An archive takes classes from jars alone. */
  private String packed() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(each);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve(entries.size() + ".jar");
        pack(path, jar);
        entries.add(jar.toString());
      } else if (Files.exists(path)) {
        entries.add(each);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void pack(Path from, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(from)) {
      out.setLevel(0);
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(from.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
  }

  /** Starts one. */
  public Process start(String... arguments) {
    try {
      return start("-XX:SharedArchiveFile=" + archive, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(String option, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(option, "-Xlog:disable", "-Xint", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(Family.VARIABLE, Family.forChildren());
    return builder.start();
  }

  /** Ends the calling one with the process that has started it. */
  public static void endWithParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
  }

  /** Writes to a file what such JVMs share, and returns its path. */
  public static String write(Path file, Serializable shared) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shared);
    }
    return file.toString();
  }

  /** Reads what {@link #write} has written. */
  public static <T> T read(String file, Class<T> type) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(file)))) {
      return type.cast(in.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
