package dev.weft.trace.flight;

import dev.weft.trace.Activity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes bytes of what was seen and told, for another JVM of the same version, and back. */
public final class HappeningCodec {

  private static final int HELD = 0;
  private static final int TOLD = 1;
  private static final int LONGEST_TEXT = 5_000;

  private HappeningCodec() {}

  /** Returns the bytes. */
  public static byte[] encode(JvmRecording.SoFar seen) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(seen.over(), out);
      write(seen.goingOn(), out);
    } catch (IOException e) {
      throw new IllegalStateException("Memory can't be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns what the bytes say.
   *
   * @throws IOException if they are no such bytes
   */
  public static JvmRecording.SoFar decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Happening> over = read(in);
    return new JvmRecording.SoFar(over, read(in));
  }

  private static void write(List<Happening> all, DataOutputStream out) throws IOException {
    out.writeInt(all.size());
    for (Happening each : all) {
      switch (each) {
        case Happening.Held held -> write(held, out);
        case Happening.Told told -> write(told, out);
        default -> throw new IllegalArgumentException("Read from the flight recorder: " + each);
      }
    }
  }

  private static void write(Happening.Held held, DataOutputStream out) throws IOException {
    out.writeByte(HELD);
    out.writeLong(held.thread());
    write(held.name(), out);
    out.writeLong(held.start());
    out.writeLong(held.end());
    out.writeUTF(held.doing().name());
    write(held.kind(), out);
    out.writeLong(held.which());
    write(held.holder(), out);
    out.writeBoolean(held.sampled());
  }

  private static void write(Happening.Told told, DataOutputStream out) throws IOException {
    out.writeByte(TOLD);
    out.writeLong(told.thread());
    write(told.threadName(), out);
    out.writeLong(told.start());
    out.writeLong(told.end());
    out.writeUTF(told.activity().name());
    write(told.name(), out);
    write(told.holder(), out);
    out.writeBoolean(told.open());
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeUTF(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  private static List<Happening> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Happening> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(in.readByte() == HELD ? readHeld(in) : readTold(in));
    }
    return all;
  }

  private static Happening readHeld(DataInputStream in) throws IOException {
    return new Happening.Held(
        in.readLong(),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        Doing.valueOf(in.readUTF()),
        in.readUTF(),
        in.readLong(),
        in.readUTF(),
        in.readBoolean());
  }

  private static Happening readTold(DataInputStream in) throws IOException {
    return new Happening.Told(
        in.readLong(),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        Activity.valueOf(in.readUTF()),
        in.readUTF(),
        in.readUTF(),
        in.readBoolean());
  }
}
