package dev.weft.front.jshell;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hints for values of the wrong type, and for what the compiler's rules ask for. */
final class TypeHints implements Hints.Rule {

  private static final Map<String, String> BOXES =
      Map.of(
          "int", "Integer",
          "long", "Long",
          "double", "Double",
          "float", "Float",
          "boolean", "Boolean",
          "char", "Character",
          "byte", "Byte",
          "short", "Short");

  private static final Pattern CONVERSION =
      Pattern.compile(
          "(?:lossy conversion from (\\S+) to (\\S+)|(\\S+) cannot be converted to (\\S+))");
  private static final Pattern FOUND = Pattern.compile("found:\\s*(\\w+)");
  private static final Pattern EXCEPTION = Pattern.compile("exception (?:\\w+\\.)*(\\w+);");
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "reference to (\\w+) is ambiguous\\s+both (?:class|interface|@interface|enum|record) \\S+"
              + " in ([\\w.]+) and \\S+ \\S+ in ([\\w.]+) match");
  private static final Pattern MODULE =
      Pattern.compile("declared in module ([\\w.]+), which is not in");

  @Override
  public Optional<String> hint(Mistake mistake, String cell) {
    if (mistake.code().contains("preview") || mistake.says("--enable-preview")) {
      return Optional.of("%jvm --enable-preview turns preview features on (the JVM starts anew)");
    }
    return switch (mistake.code()) {
      case "compiler.err.prob.found.req" -> conversion(mistake);
      case "compiler.err.type.found.req" -> box(mistake);
      case "compiler.err.package.not.visible" -> module(mistake);
      case "compiler.err.unreported.exception.need.to.catch.or.throw" -> exception(mistake);
      case "compiler.err.ref.ambiguous" -> ambiguous(mistake);
      case "compiler.err.operator.cant.be.applied.1" -> operator(mistake);
      default -> fixed(mistake);
    };
  }

  private static Optional<String> ambiguous(Mistake mistake) {
    Matcher types = AMBIGUOUS.matcher(mistake.message());
    if (!types.find()) {
      return Optional.empty();
    }
    String first = "`import " + types.group(2) + "." + types.group(1) + ";`";
    String second = "`import " + types.group(3) + "." + types.group(1) + ";`";
    return Optional.of("say which is meant: " + first + " or " + second);
  }

  private static Optional<String> fixed(Mistake mistake) {
    return Optional.ofNullable(
        switch (mistake.code()) {
          case "compiler.err.missing.ret.stmt" ->
              "there is a way through the method that ends without `return`";
          case "compiler.err.var.might.not.have.been.initialized" ->
              "give it a value where it is declared";
          case "compiler.err.not.exhaustive", "compiler.err.not.exhaustive.statement" ->
              "`default -> ...` covers what is left";
          case "compiler.err.local.variables.are.not.final",
              "compiler.err.cant.ref.non.effectively.final.var" ->
              "a lambda reads only local variables that never change: copy it into a new one";
          default ->
              mistake.says("Modifier 'synchronized' not permitted")
                  ? "write `synchronized (lock) { ... }` in the method, or put the method into a"
                      + " class"
                  : null;
        });
  }

  private static Optional<String> conversion(Mistake mistake) {
    Matcher conversion = CONVERSION.matcher(mistake.message());
    if (!conversion.find()) {
      return Optional.empty();
    }
    if (conversion.group(1) != null) {
      return Optional.of(cast(mistake, conversion.group(1), conversion.group(2)));
    }
    String from = conversion.group(3).replace("java.lang.", "");
    String to = conversion.group(4).replace("java.lang.", "");
    return to.equals("boolean") && isAssignment(mistake)
        ? Optional.of("`==` compares, `=` gives a variable a value")
        : Optional.ofNullable(conversion(from, to));
  }

  private static String cast(Mistake mistake, String from, String to) {
    String value = mistake.source().substring(mistake.start(), mistake.end());
    if (to.equals("float") && value.matches("[\\d._]+")) {
      return "write `" + value + "f`";
    }
    String written = value.matches("[\\w.]+") ? value : "(...)";
    boolean cuts = from.equals("double") || from.equals("float");
    return "a cast does it: `(%s) %s`%s"
        .formatted(to, written, cuts && !to.equals("float") ? ", which cuts off the fraction" : "");
  }

  private static boolean isAssignment(Mistake mistake) {
    int at = mistake.position();
    String source = mistake.source();
    return at + 1 < source.length() && source.charAt(at) == '=' && source.charAt(at + 1) != '=';
  }

  private static @org.jspecify.annotations.Nullable String conversion(String from, String to) {
    if (from.equals("void")) {
      return "the method gives nothing back: its type is void";
    }
    if (from.equals("String")) {
      return switch (to) {
        case "int", "Integer" -> "`Integer.parseInt(...)` makes a number of text";
        case "long", "Long" -> "`Long.parseLong(...)` makes a number of text";
        case "double", "Double" -> "`Double.parseDouble(...)` makes a number of text";
        case "char", "Character" -> "a single character stands in single quotes: 'a'";
        default -> null;
      };
    }
    if (to.equals("String")) {
      return BOXES.containsKey(from) || BOXES.containsValue(from) || from.equals("Object")
          ? "`String.valueOf(...)` makes text of it"
          : null;
    }
    return from.equals("Object") ? "a cast tells the type: `(" + to + ") ...`" : null;
  }

  private static Optional<String> box(Mistake mistake) {
    Matcher found = FOUND.matcher(mistake.message());
    boolean generic = mistake.says("reference") && found.find();
    return generic
        ? Optional.ofNullable(BOXES.get(found.group(1)))
            .map(type -> "between < and > stand classes: `" + type + "`")
        : Optional.empty();
  }

  private static Optional<String> module(Mistake mistake) {
    Matcher module = MODULE.matcher(mistake.message());
    return module.find()
        ? Optional.of(
            "%jvm --add-modules " + module.group(1) + " adds that module (the JVM starts anew)")
        : Optional.empty();
  }

  private static Optional<String> exception(Mistake mistake) {
    Matcher exception = EXCEPTION.matcher(mistake.message());
    if (!exception.find()) {
      return Optional.empty();
    }
    String name = exception.group(1);
    String handled = "`try { ... } catch (" + name + " e) { ... }`";
    String line = mistake.line();
    return Optional.of(
        line.contains("->")
            ? "this lambda may not throw it: put " + handled + " around it"
            : "add `throws " + name + "` to the method, or put " + handled + " around it");
  }

  private static Optional<String> operator(Mistake mistake) {
    boolean text = mistake.says("String");
    if (text && mistake.says("'*'")) {
      return Optional.of("`text.repeat(n)` repeats a text");
    }
    boolean order =
        text
            && (mistake.says("'<'")
                || mistake.says("'>'")
                || mistake.says("'<='")
                || mistake.says("'>='"));
    return order ? Optional.of("`a.compareTo(b) < 0` compares texts") : Optional.empty();
  }
}
