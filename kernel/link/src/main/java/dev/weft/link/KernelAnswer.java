package dev.weft.link;

import java.util.List;

/** How a {@link KernelRequest} ended. */
public sealed interface KernelAnswer {

  /** It is done and has no value. */
  record Nothing() implements KernelAnswer {}

  /** It has a text for its value. */
  record Text(String text) implements KernelAnswer {}

  /** It has a list of texts for its value. */
  record Texts(List<String> texts) implements KernelAnswer {
    /** Keeps its own unmodifiable copy. */
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /** Its value is that of the last step which the calling thread has run for it. */
  record LastValue() implements KernelAnswer {}

  /** It failed; if the calling thread has seen an exception on the way, with that. */
  record Failed(String errorName, String message) implements KernelAnswer {}
}
