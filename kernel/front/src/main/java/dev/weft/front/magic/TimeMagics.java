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
            .line((arguments, context) -> timeit(arguments.text(), ""))
            .cell((arguments, body, context) -> timeit(arguments.text(), body.text()))
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

  private static MagicValue timeit(String arguments, String body) throws MagicException {
    Matcher limited = LIMIT.matcher(arguments);
    boolean isLimited = limited.matches();
    String code = ((isLimited ? limited.group(2) : arguments) + "\n" + body).strip();
    requireCode(code);
    String limit =
        isLimited
            ? ".limit(java.time.Duration.ofMillis("
                + Math.max(1, Math.round(1000 * Double.parseDouble(limited.group(1))))
                + "L))"
            : "";
    return MagicValue.java(
        "dev.weft.timing.Timings.comparison().variant("
            + JavaLiterals.text(label(code))
            + ", () -> "
            + lambdaBody(code)
            + ")"
            + limit
            + ".run()");
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

  /** An expression stays one, so that its value is used; statements become a block. */
  private static String lambdaBody(String code) {
    String java = code.replaceFirst(";$", "");
    boolean isExpression = java.indexOf(';') < 0 && !java.startsWith("{");
    return isExpression ? java : java.startsWith("{") ? java : "{ " + code + "\n}";
  }
}
