package dev.weft.widget;

import java.util.Locale;

/**
 * What a button, a bar or a box says by its colour.
 *
 * <pre>{@code
 * new Button("Delete").look(Look.DANGER)
 * }</pre>
 */
public enum Look {
  /** Nothing in particular. */
  PLAIN,
  /** The one that matters; bars have no such look. */
  PRIMARY,
  /** Went well. */
  SUCCESS,
  /** To be noted. */
  INFO,
  /** Take care. */
  WARNING,
  /** Went wrong, or can't be undone. */
  DANGER;

  String word() {
    return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT);
  }
}
