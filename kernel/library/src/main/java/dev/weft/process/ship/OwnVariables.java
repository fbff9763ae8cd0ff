package dev.weft.process.ship;

import java.util.Set;

/** Variables that a receiver has for itself, so that no values of the sender's go along. */
public final class OwnVariables {

  /** None. */
  public static final OwnVariables NONE = new OwnVariables(Set.of());

  private final Set<StaticField> fields;

  OwnVariables(Set<StaticField> fields) {
    this.fields = Set.copyOf(fields);
  }

  boolean has(StaticField field) {
    return fields.contains(field);
  }
}
