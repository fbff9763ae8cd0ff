package dev.weft.sync;

import dev.weft.segment.Family;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of a stress test: a bare JVM, as it starts faster than a child that takes lambdas. */
final class Victim {

  private final Process process;
  private final int number;

  private Victim(Process process, int number) {
    this.process = process;
    this.number = number;
  }

  /** Writes what the processes share to a file, from which they read it. */
  static void write(Path file, Playground playground) throws IOException {
    try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(playground);
    }
  }

  static Victim start(Path file, int number, long seed) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            file.toString(),
            Integer.toString(number),
            Long.toString(seed));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(Family.VARIABLE, Family.forChildren());
    return new Victim(builder.start(), number);
  }

  public static void main(String[] arguments) throws Exception {
    try (var in = new ObjectInputStream(Files.newInputStream(Path.of(arguments[0])))) {
      Playground playground = (Playground) in.readObject();
      playground.play(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }
  }

  Process process() {
    return process;
  }

  int number() {
    return number;
  }
}
