package dev.weft.process.ship;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A value made ready to travel, with the classes and the variables that its code needs.
 *
 * <p>What it holds is the state at the time it was packed, except that large primitive arrays are
 * the sender's own until {@link #detached} copies them.
 *
 * @param prologue the simple variables
 * @param body the value, in its first {@code length} bytes
 * @param length number of bytes that count in the body
 * @param arrays large primitive arrays, to which the body refers by number
 * @param classes class files that the receiver may lack, by name
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares or changes
public record Parcel(
    byte[] prologue, byte[] body, int length, List<Object> arrays, Map<String, byte[]> classes) {

  /** Returns how many bytes travel, classes apart. */
  public long size() {
    return prologue.length + length + ArrayWidth.bytes(arrays);
  }

  /** Returns a parcel that no change of the sender's arrays reaches. */
  public Parcel detached() {
    if (arrays.isEmpty()) {
      return this;
    }
    List<Object> copies = new ArrayList<>();
    for (Object each : arrays) {
      int size = Array.getLength(each);
      Object copy = Array.newInstance(each.getClass().componentType(), size);
      System.arraycopy(each, 0, copy, 0, size);
      copies.add(copy);
    }
    return new Parcel(prologue, body, length, copies, classes);
  }

  /** Returns the same as what a receiver gets, without its classes. */
  public Contents contents() {
    byte[] exact = Arrays.copyOf(body, length);
    return new Contents(prologue, exact, arrays);
  }
}
