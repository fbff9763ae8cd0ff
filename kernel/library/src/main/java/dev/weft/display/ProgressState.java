package dev.weft.display;

import java.time.Duration;
import java.util.Locale;

/**
 * How far some work is.
 *
 * @param label what the work is called; may be empty
 * @param done steps that are done
 * @param total steps in all; negative if nobody knows
 * @param nanos time since the beginning
 * @param end how it ended, or that it goes on
 */
record ProgressState(String label, long done, long total, long nanos, End end) {

  private static final int BAR = 20;

  /** How work ended. */
  enum End {
    RUNNING,
    COMPLETE,
    BROKEN_OFF
  }

  private boolean isCounted() {
    return total >= 0;
  }

  private double fraction() {
    return total <= 0 ? 1 : Math.clamp((double) done / total, 0, 1);
  }

  private double rate() {
    return nanos <= 0 ? 0 : done * 1e9 / nanos;
  }

  /** Returns one line of text with a bar. */
  String text() {
    String name = label.isEmpty() ? "" : label + "  ";
    if (!isCounted()) {
      return name + facts();
    }
    int filled = (int) (fraction() * BAR);
    return name + "[" + "█".repeat(filled) + "░".repeat(BAR - filled) + "] " + facts();
  }

  /** Returns the same as HTML. */
  String html() {
    String value = isCounted() ? " max=\"" + Math.max(total, 1) + "\" value=\"" + bar() + "\"" : "";
    boolean moves = isCounted() || end == End.RUNNING;
    String name = escape(label);
    String bar = moves ? "<progress" + value + " aria-label=\"" + name + "\"></progress> " : "";
    return "<div>" + name + (name.isEmpty() ? "" : " ") + bar + escape(facts()) + "</div>";
  }

  private long bar() {
    return total == 0 ? 1 : Math.min(done, total);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private String facts() {
    String count = isCounted() ? done + "/" + total : Long.toString(done);
    String part = isCounted() ? "  " + (int) (fraction() * 100) + "%" : "";
    String speed = rate() == 0 ? "" : String.format(Locale.ROOT, "  %s/s", shortened(rate()));
    return count + part + speed + "  " + clock(nanos) + ending();
  }

  private String ending() {
    if (end == End.BROKEN_OFF) {
      return "  broken off";
    }
    boolean foreseeable = end == End.RUNNING && total > done && done > 0;
    return foreseeable
        ? "  " + clock((long) (nanos * (double) (total - done) / done)) + " left"
        : "";
  }

  private static String shortened(double rate) {
    return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
  }

  private static String clock(long nanos) {
    Duration time = Duration.ofNanos(nanos);
    String seconds =
        String.format(Locale.ROOT, "%02d:%02d", time.toMinutesPart(), time.toSecondsPart());
    return time.toHours() == 0 ? seconds : time.toHours() + ":" + seconds;
  }
}
