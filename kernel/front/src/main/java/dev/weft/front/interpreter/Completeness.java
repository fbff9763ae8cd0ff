package dev.weft.front.interpreter;

/** Whether code could be run as it is. */
public sealed interface Completeness {

  /** It could. */
  record Complete() implements Completeness {}

  /** It needs more lines, of which the next begins with that white space. */
  record Incomplete(String indent) implements Completeness {}

  /** No further line could make it right. */
  record Invalid() implements Completeness {}
}
