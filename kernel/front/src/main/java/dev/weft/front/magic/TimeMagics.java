package dev.weft.front.magic;

import dev.weft.front.magic.JavaSession.Measurement;
import dev.weft.front.magic.Parameter.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Magics that measure how long Java takes. */
public final class TimeMagics {

  private static final Pattern LIMIT =
      Pattern.compile("-t\\s+(\\d+(?:\\.\\d+)?)\\s*(.*)", Pattern.DOTALL);

  /** What looks like an option, and can be no Java. */
  private static final Pattern OPTION =
      Pattern.compile("(-t)\\b.*|(-[a-zA-Z])\\s+\\d.*", Pattern.DOTALL);

  private static final int LABEL = 40;

  private TimeMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    Parameter java = Parameter.of(Kind.JAVA, "JAVA", "what to measure; in the cell form, its body");
    return List.of(
        Magic.named("time")
            .summary("runs Java once and tells its time, of the clock and of the processors")
            .reading(Magic.Reading.VERBATIM)
            .parameter(java)
            .line((arguments, context) -> time(arguments.source(), context))
            .cell((arguments, body, context) -> time(body, context))
            .build(),
        Magic.named("timeit")
            .summary("runs Java many times, warmed up, and shows the median and the spread")
            .reading(Magic.Reading.VERBATIM)
            .parameter(Parameter.option("[-t SECONDS]", "how long to measure, 4 unless given"))
            .parameter(java)
            .line((arguments, context) -> timeit(arguments.source(), Source.made("")))
            .cell((arguments, body, context) -> timeit(arguments.source(), body))
            .build(),
        TimelineMagic.magic());
  }

  private static MagicValue time(Source java, MagicContext context) throws MagicException {
    requireCode(java.text());
    return new MagicValue.Expression(java, Optional.of(taken -> tell(taken, context)));
  }

  private static void tell(Measurement taken, MagicContext context) {
    context
        .output()
        .println("Wall time: " + text(taken.wall()) + ", CPU time: " + text(taken.cpu()));
  }

  static String text(Duration time) {
    double nanos = time.toNanos();
    if (nanos < 1e3) {
      return time.toNanos() + " ns";
    }
    if (nanos < 1e6) {
      return number(nanos / 1e3) + " µs";
    }
    return nanos < 1e9 ? number(nanos / 1e6) + " ms" : number(nanos / 1e9) + " s";
  }

  private static String number(double value) {
    int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static MagicValue timeit(Source arguments, Source body) throws MagicException {
    Matcher limited = LIMIT.matcher(arguments.text());
    boolean isLimited = limited.matches();
    String first = isLimited ? limited.group(2) : arguments.text();
    requireNoOption(first);
    boolean isBody = first.isBlank();
    String text = isBody ? body.text() : first + "\n" + body.text();
    String code = text.strip();
    requireCode(code);
    int start =
        text.indexOf(code)
            + (isBody ? body.offset() : arguments.offset() + (isLimited ? limited.start(2) : 0));
    String before = comparison(code);
    String after = ")" + (isLimited ? limit(limited.group(1)) : "") + ".run()";
    return new MagicValue.Expression(
        Source.inCell(before + lambdaBody(code) + after, start - before.length()),
        Optional.empty());
  }

  /**
   * Returns what stands before the code, which begins a line so that lines are told of it alone.
   */
  private static String comparison(String code) {
    return "dev.weft.timing.Timings.comparison().variant("
        + JavaLiterals.text(label(code))
        + ", () -> "
        + (isBlock(code) ? "{\n" : "\n");
  }

  private static String limit(String seconds) {
    long millis = Math.max(1, Math.round(1000 * Double.parseDouble(seconds)));
    return ".limit(java.time.Duration.ofMillis(" + millis + "L))";
  }

  private static void requireNoOption(String code) throws MagicException {
    Matcher option = OPTION.matcher(code);
    if (option.matches()) {
      throw new MagicException(
          option.group(1) == null
              ? "There is no option " + option.group(2) + "; -t SECONDS says how long to measure."
              : "Write seconds behind -t, and then the Java: %timeit -t 2 work()");
    }
  }

  static void requireCode(String code) throws MagicException {
    if (code.isBlank()) {
      throw new MagicException("There is no Java to measure: write it behind the magic's name.");
    }
  }

  private static String label(String code) {
    String line = code.replaceAll("\\s+", " ");
    return line.length() <= LABEL ? line : line.substring(0, LABEL - 1) + "…";
  }

  /** Returns whether the code is statements that braces must hold together. */
  private static boolean isBlock(String code) {
    return !code.startsWith("{") && code.replaceFirst(";$", "").indexOf(';') >= 0;
  }

  /** An expression stays one, so that its value is used. */
  private static String lambdaBody(String code) {
    return isBlock(code) ? code + "\n}" : code.replaceFirst(";$", "") + "\n";
  }
}
