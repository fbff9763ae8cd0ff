package dev.weft.process.ship;

/** What becomes of the notebook's variables that come with a value. */
public enum Variables {

  /** They are set: the value is a task, and these belong to it. */
  SET,

  /** Those are set that have no value but zero or null here. */
  FILL,

  /** None is set. */
  KEEP
}
