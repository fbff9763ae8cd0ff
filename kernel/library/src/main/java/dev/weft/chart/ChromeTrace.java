package dev.weft.chart;

import dev.weft.chart.TimelineChart.Group;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Mark;
import dev.weft.chart.TimelineChart.Pause;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.math.BigDecimal;
import java.util.List;

/**
 * A timeline as trace events: complete events ({@code X}) in microseconds, a process for each
 * group, a thread for each lane, and one more beside it for what it held.
 */
final class ChromeTrace {

  private final TimelineChart chart;
  private final List<String> groups;
  private final StringBuilder out =
      new StringBuilder("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
  private boolean isFirst = true;

  ChromeTrace(TimelineChart chart) {
    this.chart = chart;
    groups = chart.groups().stream().map(Group::name).toList();
  }

  String json() {
    name("process_name", 1, 0, chart.title().isEmpty() ? "Timeline" : chart.title());
    for (int i = 0; i < groups.size(); i++) {
      name("process_name", 2 + i, 0, groups.get(i));
    }
    int thread = 1;
    for (Lane lane : chart.lanes()) {
      add(lane, 2 + groups.indexOf(lane.group()), thread);
      thread += 2;
    }
    if (!chart.pauses().isEmpty()) {
      name("thread_name", 1, thread, "all threads stopped");
    }
    for (Pause pause : chart.pauses()) {
      event(pause.cause(), "pause", 1, thread, pause.start(), pause.end(), "", "");
    }
    return out.append("\n]}\n").toString();
  }

  private void add(Lane lane, int process, int thread) {
    name("thread_name", process, thread, lane.name());
    for (Span span : lane.spans()) {
      String state = span.state().label();
      String what =
          span.state() == State.RUNNING || span.what().isEmpty() ? "" : ": " + span.what();
      event(
          state + what,
          state,
          process,
          thread,
          span.start(),
          span.end(),
          span.what(),
          span.holder());
    }
    if (!lane.marks().isEmpty()) {
      name("thread_name", process, thread + 1, lane.name() + " holds");
    }
    for (Mark mark : lane.marks()) {
      String category = mark.holding() ? "holding" : "task";
      event(mark.name(), category, process, thread + 1, mark.start(), mark.end(), "", "");
    }
  }

  private void name(String kind, int process, int thread, String name) {
    begin().append("{\"ph\":\"M\",\"name\":\"").append(kind).append("\",\"pid\":").append(process);
    out.append(",\"tid\":").append(thread).append(",\"args\":{\"name\":");
    string(name);
    out.append("}}");
  }

  private void event(
      String name,
      String category,
      int process,
      int thread,
      long start,
      long end,
      String what,
      String holder) {
    begin().append("{\"ph\":\"X\",\"name\":");
    string(name);
    out.append(",\"cat\":");
    string(category);
    out.append(",\"pid\":").append(process).append(",\"tid\":").append(thread);
    out.append(",\"ts\":").append(micros(start)).append(",\"dur\":").append(micros(end - start));
    out.append(",\"args\":{");
    if (!what.isEmpty()) {
      out.append("\"what\":");
      string(what);
    }
    if (!holder.isEmpty()) {
      out.append(what.isEmpty() ? "" : ",").append("\"holder\":");
      string(holder);
    }
    out.append("}}");
  }

  private StringBuilder begin() {
    out.append(isFirst ? "\n" : ",\n");
    isFirst = false;
    return out;
  }

  private static String micros(long nanos) {
    return BigDecimal.valueOf(nanos, 3).stripTrailingZeros().toPlainString();
  }

  private void string(String text) {
    JsonText.append(out, text);
  }
}
