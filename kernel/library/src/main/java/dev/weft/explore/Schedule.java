package dev.weft.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * Who went on, each time that more than one thread could: enough to do the same again.
 *
 * <pre>{@code
 * Schedule failing = Explore.run(body).schedule();
 * Explore.replay(failing, body)
 * Explore.replay(Schedule.parse("0 0 1 1"), body)     // as printed, another day
 * }</pre>
 *
 * @param choices the numbers of the threads, from 0 in the order in which the body names them
 */
public record Schedule(List<Integer> choices) {

  /** Keeps its own unmodifiable copy. */
  public Schedule {
    choices = List.copyOf(choices);
  }

  /**
   * Returns the schedule that {@link #toString} has written.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static Schedule parse(String text) {
    List<Integer> choices = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!word.matches("\\d{0,6}")) {
        throw new IllegalArgumentException(
            "A schedule is thread numbers with spaces between, not [" + text + "]");
      }
      if (!word.isEmpty()) {
        choices.add(Integer.valueOf(word));
      }
    }
    return new Schedule(choices);
  }

  /** Returns the numbers with spaces between. */
  @Override
  public String toString() {
    return String.join(" ", choices.stream().map(String::valueOf).toList());
  }
}
