package dev.weft.process.ship;

import java.io.Serializable;

/** Stands in a stream for an array that travels beside it. */
final class ArrayToken implements Serializable {

  private static final long serialVersionUID = 1;

  final int number;

  ArrayToken(int number) {
    this.number = number;
  }
}
