package dev.weft.worker;

import org.jspecify.annotations.Nullable;

/** What code that was run for a caller in this JVM has left for it; belongs to one thread. */
final class Kept {

  private @Nullable Object value;
  private @Nullable Throwable thrown;

  /** The value of the last step that wanted one. */
  @Nullable Object value() {
    return value;
  }

  void value(@Nullable Object given) {
    value = given;
  }

  /** What has ended the last run, if it was an exception. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  void thrown(@Nullable Throwable given) {
    thrown = given;
  }
}
