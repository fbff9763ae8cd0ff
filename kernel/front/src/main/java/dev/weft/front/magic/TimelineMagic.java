package dev.weft.front.magic;

import dev.weft.front.magic.Parameter.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The magic that draws what a cell's threads do. */
final class TimelineMagic {

  private static final String RECORDER = "dev.weft.timeline.TimelineRecorder";
  private static final String CHART = "dev.weft.chart.TimelineChart";
  private static final List<String> ORDERS = List.of("start", "name", "busy", "wait");
  private static final List<String> ENDINGS = List.of("svg", "png", "csv", "json", "txt");
  private static final List<String> VALUED =
      List.of("--lanes", "--only", "--sort", "--width", "--file");
  private static final int MOST_LANES = 200;

  private TimelineMagic() {}

  static Magic magic() {
    return Magic.named("timeline")
        .summary("runs Java once and draws what its threads did, waited for and how long")
        .parameter(Parameter.option("[--lanes N]", "at most N lanes, 1 to 200; others are one"))
        .parameter(Parameter.option("[--only NAMES]", "threads so called; * is any text"))
        .parameter(Parameter.option("[--fold]", "one lane for names that differ in numbers"))
        .parameter(
            Parameter.choice(
                "[--sort ORDER]",
                "by start, name, busy (ran longest first) or wait",
                ORDERS.stream().map(order -> "--sort=" + order).toList()))
        .parameter(Parameter.option("[--width PIXELS]", "200 to 2000, 600 unless given"))
        .parameter(Parameter.option("[--file FILE]", "writes it too: .svg .png .csv .json .txt"))
        .parameter(Parameter.of(Kind.OTHER, "[TITLE]", "what stands above the chart"))
        .cell((arguments, body, context) -> timeline(arguments, body))
        .build();
  }

  private static MagicValue timeline(Arguments arguments, Source body) throws MagicException {
    TimeMagics.requireCode(body.text());
    String settings = settings(arguments);
    return new MagicValue.Framed(
        RECORDER + ".begin(" + settings + ");",
        body,
        RECORDER + ".end()",
        RECORDER + ".endFailed();");
  }

  private static String settings(Arguments arguments) throws MagicException {
    requireKnown(arguments);
    String title = String.join(" ", arguments.plain(VALUED.toArray(String[]::new)));
    return "new %s.Settings(%s, new %s.View(%d, %d, %s, %s.Order.%s), %s, %s)"
        .formatted(
            RECORDER,
            JavaLiterals.text(title),
            CHART,
            number(arguments, "--lanes", 1, MOST_LANES, MOST_LANES),
            number(arguments, "--width", 200, 2000, 600),
            arguments.has("--fold"),
            CHART,
            order(arguments),
            optional(arguments.option("--only")),
            file(arguments));
  }

  private static void requireKnown(Arguments arguments) throws MagicException {
    for (int i = 0; i < arguments.words().size(); i++) {
      String word = arguments.words().get(i);
      String name = word.replaceFirst("=.*", "");
      if (VALUED.contains(word)) {
        i++;
      } else if (name.startsWith("-") && name.length() > 1 && !isOption(name)) {
        throw new MagicException(
            "%%timeline has no option "
                + name
                + ", only --fold, "
                + String.join(", ", VALUED)
                + ".");
      }
    }
  }

  private static boolean isOption(String name) {
    return VALUED.contains(name) || name.equals("--fold");
  }

  private static int number(Arguments arguments, String option, int low, int high, int otherwise)
      throws MagicException {
    Optional<String> given = arguments.option(option);
    if (given.isEmpty()) {
      return otherwise;
    }
    String text = given.get();
    boolean fits = text.matches("\\d{1,6}") && Integer.parseInt(text) >= low;
    if (!fits || Integer.parseInt(text) > high) {
      throw new MagicException(
          option + " takes a number from " + low + " to " + high + ", not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  private static String order(Arguments arguments) throws MagicException {
    String order = arguments.option("--sort").orElse("start");
    if (!ORDERS.contains(order)) {
      throw new MagicException(
          "--sort takes one of " + String.join(", ", ORDERS) + ", not '" + order + "'.");
    }
    return order.toUpperCase(Locale.ROOT);
  }

  private static String file(Arguments arguments) throws MagicException {
    Optional<String> file = arguments.option("--file");
    if (file.isPresent() && ENDINGS.stream().noneMatch(e -> file.get().endsWith("." + e))) {
      throw new MagicException(
          "--file takes a name that ends in ."
              + String.join(", .", ENDINGS)
              + ", not '"
              + file.get()
              + "'.");
    }
    return file.map(
            f -> "java.util.Optional.of(java.nio.file.Path.of(" + JavaLiterals.text(f) + "))")
        .orElse("java.util.Optional.empty()");
  }

  private static String optional(Optional<String> text) {
    return text.map(t -> "java.util.Optional.of(" + JavaLiterals.text(t) + ")")
        .orElse("java.util.Optional.empty()");
  }
}
