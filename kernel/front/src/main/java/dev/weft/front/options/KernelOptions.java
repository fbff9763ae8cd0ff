package dev.weft.front.options;

import dev.weft.front.magic.PathPattern;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has chosen, ready for use.
 *
 * @param jvmArguments options of the JVM that runs the cells
 * @param compilerArguments options of the compiler, those that the JVM's imply not among them
 * @param classPath jars and folders for the cells
 * @param timeLimit how long one statement may take
 * @param startupFiles files to run before the first cell
 * @param startupCode code to run after those
 * @param loadsExtensions whether extensions in added jars are installed
 * @param problems what was written wrongly and is therefore left out, each in a sentence
 */
public record KernelOptions(
    List<String> jvmArguments,
    List<String> compilerArguments,
    List<Path> classPath,
    Optional<Duration> timeLimit,
    List<Path> startupFiles,
    String startupCode,
    boolean loadsExtensions,
    List<String> problems) {

  /** Nothing chosen. */
  public static final KernelOptions NONE =
      new KernelOptions(
          List.of(), List.of(), List.of(), Optional.empty(), List.of(), "", true, List.of());

  /** Keeps its own unmodifiable copies. */
  public KernelOptions {
    jvmArguments = List.copyOf(jvmArguments);
    compilerArguments = List.copyOf(compilerArguments);
    classPath = List.copyOf(classPath);
    startupFiles = List.copyOf(startupFiles);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the environment and the user's file of options.
   *
   * @param folder where relative paths begin
   */
  public static KernelOptions read(Map<String, String> environment, Path folder) {
    List<String> problems = new ArrayList<>();
    return of(settings(environment, problems), folder, problems);
  }

  /** Returns what is in force, and where it was written. */
  public static Collection<Setting> inForce(Map<String, String> environment) {
    return settings(environment, new ArrayList<>()).values();
  }

  /** Returns what is wrong with a value, each in a sentence; empty if nothing is. */
  public static List<String> problemsOf(Option option, String value) {
    List<String> problems = new ArrayList<>();
    Setting setting = new Setting(option, value, option.variable());
    return of(Map.of(option, setting), Path.of(""), problems).problems();
  }

  private static Map<Option, Setting> settings(
      Map<String, String> environment, List<String> problems) {
    Map<Option, Setting> settings = new EnumMap<>(Option.class);
    settings.putAll(OptionFile.read(OptionFile.path(environment), problems));
    for (Option option : Option.values()) {
      option.variables().stream()
          .map(name -> new Setting(option, environment.getOrDefault(name, ""), name))
          .filter(setting -> !setting.value().isBlank())
          .findFirst()
          .ifPresent(setting -> settings.put(option, setting));
    }
    return settings;
  }

  private static KernelOptions of(
      Map<Option, Setting> settings, Path folder, List<String> problems) {
    Reading reading = new Reading(settings, folder, problems);
    return new KernelOptions(
        reading.words(Option.JVM_OPTS),
        reading.words(Option.COMPILER_OPTS),
        reading.paths(Option.CLASSPATH),
        reading.time(),
        reading.paths(Option.STARTUP_SCRIPTS_PATH).stream().filter(Files::isRegularFile).toList(),
        reading.text(Option.STARTUP_SCRIPT),
        !List.of("0", "false").contains(reading.text(Option.LOAD_EXTENSIONS)),
        problems);
  }

  /** Makes values of what was written. */
  private record Reading(Map<Option, Setting> settings, Path folder, List<String> problems) {

    String text(Option option) {
      Setting setting = settings.get(option);
      return setting == null ? "" : setting.value();
    }

    List<String> words(Option option) {
      try {
        return JvmArgs.split(text(option));
      } catch (IllegalArgumentException e) {
        wrong(option, e);
        return List.of();
      }
    }

    Optional<Duration> time() {
      try {
        return text(Option.TIMEOUT).isEmpty()
            ? Optional.empty()
            : TimeLimit.parse(text(Option.TIMEOUT));
      } catch (IllegalArgumentException e) {
        wrong(Option.TIMEOUT, e);
        return Optional.empty();
      }
    }

    private void wrong(Option option, IllegalArgumentException problem) {
      Setting setting = settings.get(option);
      String source = setting == null ? option.variable() : setting.source();
      problems.add(source + " is left out: " + problem.getMessage());
    }

    List<Path> paths(Option option) {
      List<Path> paths = new ArrayList<>();
      for (String pattern : text(option).split(File.pathSeparator, -1)) {
        if (!pattern.isBlank()) {
          List<Path> found = PathPattern.find(pattern.strip(), folder);
          if (found.isEmpty()) {
            problems.add(source(option) + ": there is no " + pattern.strip() + ".");
          }
          paths.addAll(found);
        }
      }
      return paths;
    }

    private String source(Option option) {
      Setting setting = settings.get(option);
      return setting == null ? option.variable() : setting.source();
    }
  }

  /** Returns the same with more options for JVM and compiler, and more on the class path. */
  public KernelOptions with(
      List<String> moreForJvm, List<String> moreForCompiler, List<Path> moreClassPath) {
    return new KernelOptions(
        joined(jvmArguments, moreForJvm),
        joined(compilerArguments, moreForCompiler),
        joined(classPath, moreClassPath),
        timeLimit,
        startupFiles,
        startupCode,
        loadsExtensions,
        problems);
  }

  /** Returns the same with more that is to be told. */
  KernelOptions withProblems(List<String> more) {
    return new KernelOptions(
        jvmArguments,
        compilerArguments,
        classPath,
        timeLimit,
        startupFiles,
        startupCode,
        loadsExtensions,
        joined(problems, more));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
