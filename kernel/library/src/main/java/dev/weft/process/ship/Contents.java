package dev.weft.process.ship;

import java.util.List;

/**
 * A parcel as it has arrived, not yet unpacked.
 *
 * @param prologue the simple variables
 * @param body the value
 * @param arrays large primitive arrays, to which the body refers by number
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares or changes
public record Contents(byte[] prologue, byte[] body, List<Object> arrays) {

  /** Returns how many bytes have travelled. */
  public long size() {
    return prologue.length + body.length + ArrayWidth.bytes(arrays);
  }
}
