package dev.weft.process.ship;

import java.util.Arrays;
import java.util.List;

/**
 * A packed value as one run of bytes, without classes.
 *
 * @param bytes the run, in its first {@code length} bytes
 * @param length number of bytes that count
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares or changes
public record Flat(byte[] bytes, int length) {

  /** First byte of a run that begins with variables; the others begin with their {@link Form}. */
  private static final byte WITH_VARIABLES = 16;

  private static final byte[] NOTHING = new byte[0];

  static Flat of(Parcel parcel) {
    byte[] prologue = parcel.prologue();
    if (prologue.length == 0) {
      return new Flat(parcel.body(), parcel.length());
    }
    ByteSink sink = new ByteSink(5 + prologue.length + parcel.length());
    sink.write(WITH_VARIABLES);
    sink.putInt(prologue.length);
    sink.write(prologue, 0, prologue.length);
    sink.write(parcel.body(), 0, parcel.length());
    return new Flat(sink.array(), sink.size());
  }

  /** Returns what an {@link Unpacker} takes, of a run that has no bytes but its own. */
  public static Contents contents(byte[] run) {
    if (run.length == 0 || run[0] != WITH_VARIABLES) {
      return new Contents(NOTHING, run, List.of());
    }
    int from = 1 + Integer.BYTES;
    int to = from + new ByteSource(Arrays.copyOfRange(run, 1, from)).takeInt();
    byte[] prologue = Arrays.copyOfRange(run, from, to);
    return new Contents(prologue, Arrays.copyOfRange(run, to, run.length), List.of());
  }
}
