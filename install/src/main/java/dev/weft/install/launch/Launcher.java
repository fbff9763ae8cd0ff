package dev.weft.install.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Entry of {@code weft.jar}: runs the command line on a JDK that fits, whatever JVM this is. */
public final class Launcher {
  private Launcher() {}

  /** Ends the JVM with the exit code of the command line, or 1 where it can't be started. */
  public static void main(String[] arguments) {
    System.exit(launch(Host.current(), arguments));
  }

  private static int launch(Host host, String[] arguments) {
    try {
      Path jar = ownJar();
      Jdk jdk = new JdkFinder(host).find();
      try (Bundle bundle = new Bundle(jar)) {
        Path home = new Unpacker(host.cacheFolder()).unpack(bundle);
        return Foreground.run(command(jdk, home, jar, arguments), locale(host));
      }
    } catch (LaunchException problem) {
      System.err.println("weft: " + problem.getMessage());
    } catch (IOException problem) {
      System.err.println("weft: can't start: " + describe(problem));
    } catch (InvalidPathException problem) {
      System.err.println(
          "weft: Java can't read the name of a folder here ("
              + problem.getInput()
              + "). Set the locale to UTF-8: export LC_ALL=C.UTF-8");
    }
    return 1;
  }

  /** UTF-8 where the user chose nothing: else Java prints '?' for every letter beyond ASCII. */
  private static Map<String, String> locale(Host host) {
    boolean chosen =
        host.variable("LC_ALL") != null
            || host.variable("LC_CTYPE") != null
            || host.variable("LANG") != null;
    if (chosen || host.os() == Os.WINDOWS) {
      return Collections.emptyMap();
    }
    return Collections.singletonMap("LC_CTYPE", host.os() == Os.MACOS ? "UTF-8" : "C.UTF-8");
  }

  private static Path ownJar() throws LaunchException {
    try {
      Path jar =
          Paths.get(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        return jar;
      }
    } catch (URISyntaxException unusable) {
      throw new LaunchException("can't tell where weft.jar is: " + unusable.getMessage());
    }
    throw new LaunchException("the launcher runs from weft.jar only: java -jar weft.jar");
  }

  private static List<String> command(Jdk jdk, Path home, Path jar, String[] arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(Arrays.asList("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-XX:-UsePerfData");
    command.add("-Dweft.home=" + home);
    command.add("-Dweft.jar=" + jar);
    command.add("-jar");
    command.add(home.resolve("cli").resolve("weft-install.jar").toString());
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static String describe(IOException problem) {
    if (problem instanceof java.nio.file.AccessDeniedException) {
      return "no permission for " + problem.getMessage();
    }
    return problem.getClass().getSimpleName() + ": " + problem.getMessage();
  }
}
