package dev.weft.front.interpreter;

import java.util.List;

/**
 * What could replace the code between two offsets.
 *
 * @param total how many candidates there are, of which only the best may be given
 */
public record Completion(int start, int end, List<Candidate> candidates, int total) {

  /** All candidates there are. */
  public Completion(int start, int end, List<Candidate> candidates) {
    this(start, end, candidates, candidates.size());
  }

  /** Nothing to offer at an offset. */
  public static Completion none(int offset) {
    return new Completion(offset, offset, List.of());
  }

  /**
   * One replacement.
   *
   * @param type its kind for the client's icon: {@code function}, {@code class}, {@code interface},
   *     {@code enum}, {@code record}, {@code annotation}, {@code instance}, {@code property},
   *     {@code keyword}, {@code module}, {@code magic}, {@code path} or empty
   * @param signature the signature or type to show beside it, or empty
   * @param documentation what to show of it at once, or empty
   * @param deprecated whether it is not to be used any more
   */
  public record Candidate(
      String text, String type, String signature, String documentation, boolean deprecated) {

    /** A candidate of which nothing more is known. */
    public Candidate(String text, String type, String signature) {
      this(text, type, signature, "", false);
    }
  }
}
