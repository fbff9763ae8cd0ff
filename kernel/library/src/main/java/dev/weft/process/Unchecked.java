package dev.weft.process;

/** Throws checked exceptions where none is declared. */
final class Unchecked {

  private Unchecked() {}

  /** Throws the exception as it is. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> E raise(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
