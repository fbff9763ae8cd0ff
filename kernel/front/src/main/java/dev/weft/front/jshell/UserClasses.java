package dev.weft.front.jshell;

import dev.weft.link.ClassBytes;
import dev.weft.link.Command;
import dev.weft.link.Step;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * Gives classes to the worker with names and lines that the person knows, so that every stack trace
 * has them, whoever prints it.
 */
final class UserClasses {

  private static final Pattern SOURCE_FILE = Pattern.compile("\\$JShell\\$[0-9A-Z_]+\\.java");

  /**
   * Where the code of a class stands.
   *
   * @param label names the cell
   * @param lines the line of the cell, by line of what JShell had compiled
   */
  record Location(String label, IntUnaryOperator lines) {}

  private final ClassNames names = new ClassNames();
  private final Map<ClassBytes, Location> locations = new WeakHashMap<>();

  ClassNames names() {
    return names;
  }

  /** Says where the code of a snippet's class, and of those within it, stands. */
  void locate(String className, int executionCount, List<ClassBytes> classes, Location location) {
    names.nameWrapper(className, executionCount);
    classes.forEach(each -> locations.put(each, location));
  }

  /** Returns a request with the classes as the worker is to know them. */
  Command.Request translate(Command.Request request) {
    return switch (request) {
      case Command.Run(long cell, boolean allowStdin, List<Step> steps) ->
          new Command.Run(cell, allowStdin, steps.stream().map(this::translate).toList());
      case Command.Redefine(List<ClassBytes> classes) -> new Command.Redefine(translate(classes));
      case Command.CopyVariable(String from, String to, String field) ->
          new Command.CopyVariable(names.translate(from), names.translate(to), field);
      case Command.ReadVariable(String className, String field) ->
          new Command.ReadVariable(names.translate(className), field);
      case Command.AddToClassPath _, Command.ReadProcessorTime _ -> request;
    };
  }

  private Step translate(Step step) {
    return switch (step) {
      case Step.Load(List<ClassBytes> classes) -> new Step.Load(translate(classes));
      case Step.Invoke(String className, String method, boolean wantsValue) ->
          new Step.Invoke(names.translate(className), names.translate(method), wantsValue);
    };
  }

  private List<ClassBytes> translate(List<ClassBytes> classes) {
    return classes.stream().map(this::translate).toList();
  }

  private ClassBytes translate(ClassBytes given) {
    Location location = locations.get(given);
    ClassPatch patch =
        location == null
            ? new ClassPatch(names::translate, line -> line)
            : new ClassPatch(text -> translate(text, location.label()), location.lines());
    return new ClassBytes(names.translate(given.name()), patch.apply(given.bytes()));
  }

  private String translate(String text, String label) {
    return SOURCE_FILE.matcher(text).matches() ? label : names.translate(text);
  }
}
