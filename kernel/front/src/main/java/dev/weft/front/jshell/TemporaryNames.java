package dev.weft.front.jshell;

import java.util.Optional;

/** Names for the values of bare expressions: {@code $1}, {@code $2}, ... */
final class TemporaryNames {

  private int used;
  private Optional<String> wanted = Optional.empty();

  /** Returns the name that {@link #take} returns next. */
  String next() {
    return wanted.orElse("$" + (used + 1));
  }

  /** Returns a name that nothing has yet. */
  String take() {
    String name = next();
    if (wanted.isEmpty()) {
      used++;
    }
    wanted = Optional.empty();
    return name;
  }

  /** Makes a name that has been taken the next one, once. */
  void repeat(String name) {
    wanted = Optional.of(name);
  }

  /** Takes back what {@link #repeat} said. */
  void repeatNone() {
    wanted = Optional.empty();
  }
}
