package dev.weft.explore;

import dev.weft.display.DisplayData;
import dev.weft.display.Displayable;
import dev.weft.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an exploration has found; shows itself as the table of the failing schedule, with a column
 * for each thread and a row for each step, or as a sentence. Immutable.
 *
 * <pre>{@code
 * Exploration found = Explore.run(body);
 * found.failure().map(Failure::kind)      // Optional[CHECK]
 * found.schedules()                       // how many were tried
 * found.replay().steps()                  // the same steps again
 * }</pre>
 */
public final class Exploration implements Displayable {

  private final TrialBody body;
  private final Tried tried;
  private final @Nullable Failure failure;
  private final List<String> threads;
  private final List<Step> steps;
  private final Schedule schedule;

  Exploration(
      TrialBody body,
      Tried tried,
      @Nullable Failure failure,
      List<String> threads,
      List<Step> steps,
      Schedule schedule) {
    this.body = body;
    this.tried = tried;
    this.failure = failure;
    this.threads = threads;
    this.steps = steps;
    this.schedule = schedule;
  }

  /** Returns what went wrong; empty if nothing did in any schedule that was tried. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns whether something went wrong. */
  public boolean failed() {
    return failure != null;
  }

  /** Returns how many schedules were tried. */
  public int schedules() {
    return tried.ordered() + tried.random();
  }

  /** Returns whether all schedules were tried that there are. */
  public boolean isComplete() {
    return failure == null && tried.all();
  }

  /** Returns the seed of the schedules that were tried at random. */
  public long seed() {
    return tried.seed();
  }

  /** Returns what the threads did, in order, under the schedule that failed or was replayed. */
  public List<Step> steps() {
    return steps;
  }

  /** Returns the schedule that failed or was replayed; empty if there is none. */
  public Schedule schedule() {
    return schedule;
  }

  /**
   * Runs the body once more under the same schedule.
   *
   * @throws IllegalStateException if the body itself throws, or does something else this time
   */
  public Exploration replay() throws InterruptedException {
    return Explore.replay(schedule, body);
  }

  private Table table() {
    List<String> headings = new ArrayList<>(List.of("#"));
    headings.addAll(threads);
    List<List<String>> rows = new ArrayList<>();
    for (Step step : steps) {
      List<String> row = new ArrayList<>(Collections.nCopies(headings.size(), ""));
      row.set(0, String.valueOf(rows.size() + 1));
      row.set(1 + threads.indexOf(step.thread()), step.what());
      rows.add(row);
    }
    return new Table(headings, rows, notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        failure == null ? "Nothing went wrong under this schedule." : failure.message() + ".");
    notes.add(tried.inWords() + " This one: Schedule.parse(\"" + schedule + "\").");
    if (tried.strayed()) {
      notes.add(
          "The body did not always do the same under the same schedule, so that some may be"
              + " missing.");
    }
    return notes;
  }

  @Override
  public DisplayData toDisplayData() {
    return steps.isEmpty() && failure == null
        ? DisplayData.text(tried.without())
        : table().toDisplayData();
  }

  @Override
  public String toString() {
    return steps.isEmpty() && failure == null ? tried.without() : table().toText();
  }
}
