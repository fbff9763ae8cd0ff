package dev.weft.manager;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a collection held at one moment, which can't be changed. */
final class Snapshot {

  private Snapshot() {}

  /** Returns the elements as a list of the type that the caller knows them to be of. */
  @SuppressWarnings("unchecked")
  static <E> List<E> of(Object[] elements) {
    return (List<E>) Collections.unmodifiableList(Arrays.asList(elements));
  }
}
