package dev.weft.front.history;

import java.util.Optional;

/**
 * One cell that was run.
 *
 * @param session number of its session; later sessions have greater numbers
 * @param line its execution count
 * @param output its value as plain text, where it has one
 */
public record HistoryEntry(int session, int line, String input, Optional<String> output) {

  HistoryEntry withOutput(String text) {
    return new HistoryEntry(session, line, input, Optional.of(text));
  }
}
