package dev.weft.widget;

import org.jspecify.annotations.Nullable;

/** Numbers of one type, made of the numbers that clients send. */
interface Numbers<T extends Number> {

  Numbers<Integer> INTS = Numbers::toInt;
  Numbers<Double> DOUBLES = number -> number.doubleValue();

  /** Returns the number, or null if the type has none like it. */
  @Nullable T of(Number number);

  private static @Nullable Integer toInt(Number number) {
    long value = Math.round(number.doubleValue());
    return value == (int) value ? Integer.valueOf((int) value) : null;
  }
}
