package dev.weft.process.ship;

/** The first byte of a body: how the value is written. */
final class Form {

  /** One {@link Scalars scalar}. */
  static final byte SCALAR = 1;

  /** A primitive array, which travels beside the body. */
  static final byte ARRAY = 2;

  /** An {@code Object[]} of scalars. */
  static final byte ITEMS = 3;

  /** An object stream: the value, then class, field and value of each variable, then null. */
  static final byte STREAM = 4;

  /** As {@link #STREAM}, of a value that is the same each time and may be kept. */
  static final byte CONSTANT = 5;

  /** A {@link Simple} collection of scalars. */
  static final byte SIMPLE = 6;

  private Form() {}
}
