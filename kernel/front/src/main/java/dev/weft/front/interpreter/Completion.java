package dev.weft.front.interpreter;

import java.util.List;

/** What could replace the code between two offsets. */
public record Completion(int start, int end, List<Candidate> candidates) {

  /**
   * One replacement.
   *
   * @param type its kind for the client's icon: {@code method}, {@code class}, {@code variable},
   *     {@code keyword}, {@code module}, {@code magic} or empty
   * @param signature the signature or type to show beside it, or empty
   */
  public record Candidate(String text, String type, String signature) {}
}
