package dev.weft.timeline;

import dev.weft.chart.TimelineChart.Group;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Pause;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.chart.TimelineChart.View;
import dev.weft.process.child.ChildRecord;
import dev.weft.trace.flight.Happening;
import dev.weft.trace.flight.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a timeline of a recording. */
final class TimelineBuilder {

  private final Recording.All all;
  private final long zero;
  private final long end;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Map<String, Integer>> methods = new ArrayList<>();

  private TimelineBuilder(Recording.All all) {
    this.all = all;
    zero = all.own().start();
    end = all.own().end();
  }

  static Timeline build(String title, Recording.All all) {
    return new TimelineBuilder(all).build(title);
  }

  private Timeline build(String title) {
    Recorded own = all.own();
    Thread caller = all.caller();
    String name = caller.getName().isEmpty() ? "caller" : caller.getName();
    add(
        new LaneBuilder(new LaneBuilder.Source("", zero, zero, end, end, false), all.names())
            .with(caller.threadId(), name)
            .build(own.happenings()));
    all.children().forEach(this::add);
    List<Pause> pauses = pauses();
    List<String> notes = Notes.of(all, lanes, pauses);
    return new Timeline(
        new Timeline.Data(title, end - zero, lanes, groups, pauses, methods, notes, View.DEFAULT));
  }

  private void add(List<LaneBuilder.Built> built) {
    for (LaneBuilder.Built each : built) {
      lanes.add(each.lane());
      methods.add(each.methods());
    }
  }

  private void add(ChildRecord.Result child) {
    long ended = Math.min(end, child.end());
    if (child.start() >= end || ended <= zero) {
      return;
    }
    String group = child.name() + " (pid " + child.pid() + ending(child) + ")";
    groups.add(new Group(group, Math.max(0, child.start() - zero), ended - zero));
    long since = child.knownSince() == 0 ? ended : Math.clamp(child.knownSince(), zero, ended);
    long until = Math.clamp(child.knownUntil(), since, ended);
    List<LaneBuilder.Built> built =
        new LaneBuilder(
                new LaneBuilder.Source(group, zero, since, until, ended, !child.whole()), Map.of())
            .build(child.happenings());
    add(built.isEmpty() ? List.of(unknown(group, groups.getLast())) : built);
  }

  /** The lane of a process of which nothing but its life is known. */
  private static LaneBuilder.Built unknown(String group, Group life) {
    Span all = new Span(life.start(), life.end(), State.UNKNOWN, "");
    return new LaneBuilder.Built(new Lane("main", List.of(all), List.of(), group), Map.of());
  }

  private static String ending(ChildRecord.Result child) {
    return child.status() == 0 ? "" : ", ended with " + child.status();
  }

  private List<Pause> pauses() {
    List<Pause> pauses = new ArrayList<>();
    for (Happening each : all.own().happenings()) {
      if (each instanceof Happening.Paused paused && paused.end() > zero && paused.start() < end) {
        long from = Math.max(zero, paused.start()) - zero;
        pauses.add(new Pause(from, Math.min(end, paused.end()) - zero, paused.cause()));
      }
    }
    return pauses;
  }
}
