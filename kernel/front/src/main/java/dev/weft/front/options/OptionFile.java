package dev.weft.front.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The file in which a user writes options for all kernels: lines of {@code name = value}. */
public final class OptionFile {

  private static final String NAME = "weft.properties";

  private OptionFile() {}

  /** Returns the file for this system, user and environment, which need not exist. */
  public static Path path(Map<String, String> environment) {
    return path(environment, System.getProperty("os.name"), System.getProperty("user.home"));
  }

  static Path path(Map<String, String> environment, String system, String userHome) {
    Optional<Path> named = folder(environment, "WEFT_CONFIG");
    if (named.isPresent()) {
      return named.get();
    }
    Path home = folder(environment, "HOME").orElse(Path.of(userHome));
    Path folder;
    if (system.startsWith("Windows")) {
      folder = folder(environment, "APPDATA").orElse(home);
    } else if (system.startsWith("Mac")) {
      folder = home.resolve("Library").resolve("Application Support");
    } else {
      folder = folder(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    }
    return folder.resolve("weft").resolve(NAME);
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** Reads a file, if it is there; adds what is wrong with it to the problems. */
  static Map<Option, Setting> read(Path file, List<String> problems) {
    Map<Option, Setting> settings = new EnumMap<>(Option.class);
    if (!Files.isRegularFile(file)) {
      return settings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("The options in " + file + " can't be read: " + e.getMessage());
      return settings;
    }
    for (Option option : Option.values()) {
      Object value = properties.remove(option.key());
      if (value != null) {
        settings.put(option, new Setting(option, value.toString().strip(), file.toString()));
      }
    }
    for (Object unknown : new TreeSet<>(properties.keySet())) {
      problems.add(file + ": there is no option " + unknown + ", only " + keys() + ".");
    }
    return settings;
  }

  private static String keys() {
    return String.join(", ", Arrays.stream(Option.values()).map(Option::key).toList());
  }
}
