package dev.weft.trace.flight;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods in which threads were seen, as the user of a notebook calls them. */
final class MethodNames {

  /** The class that stands for a cell, and what is declared in it. */
  private static final Pattern OF_CELL =
      Pattern.compile("(?:.*/)?(?:REPL\\.)?(?:\\$JShell\\$[0-9A-Z_]+|Cell-[0-9-]+)(?:\\$(.+))?");

  private MethodNames() {}

  /**
   * A method on a thread's stack.
   *
   * @param type the name of its class
   */
  record Method(String type, String name) {

    boolean isOfJdk() {
      return type.startsWith("java.") || type.startsWith("jdk.");
    }

    boolean isOfLibrary() {
      return type.startsWith("dev.weft.");
    }

    boolean isOfCell() {
      return OF_CELL.matcher(type).matches();
    }

    String shown() {
      Matcher ofCell = OF_CELL.matcher(type);
      String simple = type.substring(type.lastIndexOf('.') + 1);
      if (!ofCell.matches()) {
        return simple + "." + name;
      }
      String declared = ofCell.group(1);
      return declared == null ? ownName() : declared + "." + ownName();
    }

    private String ownName() {
      if (name.startsWith("lambda$")) {
        return "a lambda";
      }
      return name.startsWith("do_it$") ? "the cell" : name;
    }
  }

  /**
   * Names the method on top that is not the JDK's, or a cell's if that one is the library's.
   *
   * @param stack from the top, not empty
   */
  static String ofTop(List<Method> stack) {
    Method top = first(stack, method -> !method.isOfJdk()).orElse(stack.getFirst());
    Method shown = top.isOfLibrary() ? first(stack, Method::isOfCell).orElse(top) : top;
    return shown.shown();
  }

  private static Optional<Method> first(List<Method> stack, Predicate<Method> condition) {
    return stack.stream().filter(condition).findFirst();
  }
}
