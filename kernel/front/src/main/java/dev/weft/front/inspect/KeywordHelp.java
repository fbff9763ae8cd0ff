package dev.weft.front.inspect;

import java.util.Map;
import java.util.Optional;

/** Says in a line what a word of the language does. */
final class KeywordHelp {

  private static final Map<String, String> HELP =
      Map.ofEntries(
          Map.entry("abstract", "a class that cannot be made, or a method without a body"),
          Map.entry("assert", "throws an AssertionError unless a condition holds"),
          Map.entry("break", "leaves the innermost loop or switch, or the one with that label"),
          Map.entry("case", "begins a branch of a switch: values, or a pattern"),
          Map.entry("catch", "handles exceptions of a type thrown in the try before it"),
          Map.entry("class", "declares a class"),
          Map.entry("continue", "goes on with the next round of a loop"),
          Map.entry(
              "default",
              "the branch of a switch for all else, or an interface's method with a body"),
          Map.entry("do", "a loop that runs before its condition is asked"),
          Map.entry("else", "what is done where the condition of an if does not hold"),
          Map.entry("enum", "declares a type with a fixed list of values"),
          Map.entry("extends", "names the class or interfaces that a type builds on"),
          Map.entry("final", "a variable that is set once, a method or class that stays as it is"),
          Map.entry("finally", "code that runs whether the try before it threw or not"),
          Map.entry("for", "a loop over a collection or an array, or with a counter"),
          Map.entry("if", "does something where a condition holds"),
          Map.entry("implements", "names the interfaces that a class has"),
          Map.entry("import", "lets a cell and those after it use names without their package"),
          Map.entry(
              "instanceof", "asks whether a value has a type or fits a pattern, and may name it"),
          Map.entry("interface", "declares an interface"),
          Map.entry("new", "makes an object or an array"),
          Map.entry("private", "can be used in the same class only"),
          Map.entry("protected", "can be used in subclasses and in the same package"),
          Map.entry("public", "can be used from everywhere"),
          Map.entry("return", "ends a method, with a value if it has one"),
          Map.entry("static", "belongs to the class, not to its objects"),
          Map.entry("super", "the object as its parent class sees it, or the parent's constructor"),
          Map.entry("switch", "chooses by value or pattern; with -> also an expression"),
          Map.entry("synchronized", "one thread at a time, by the lock of an object"),
          Map.entry("this", "the object whose code runs, or another constructor of its class"),
          Map.entry("throw", "throws an exception"),
          Map.entry("throws", "names the exceptions that a method may throw"),
          Map.entry("transient", "a field that is not serialized"),
          Map.entry("try", "handles exceptions, and closes resources at its end"),
          Map.entry("void", "the method returns nothing"),
          Map.entry("volatile", "a field of which all threads see the last value written"),
          Map.entry("while", "a loop as long as a condition holds"),
          Map.entry("yield", "the value of a switch expression's block"));

  private KeywordHelp() {}

  static Optional<Entry> of(String word) {
    String help = HELP.get(word);
    return help == null
        ? Optional.empty()
        : Optional.of(new Entry(word, "keyword", "", "<p>" + DocHtml.escape(help) + "</p>", ""));
  }
}
