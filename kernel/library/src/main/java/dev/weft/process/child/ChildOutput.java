package dev.weft.process.child;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** {@code System.out} or {@code System.err} of a child: what is printed goes to the parent. */
final class ChildOutput extends OutputStream {

  private final Wire wire;
  private final byte type;
  private final TaskOwner owner;

  private ChildOutput(Wire wire, byte type, TaskOwner owner) {
    this.wire = wire;
    this.type = type;
    this.owner = owner;
  }

  /** Returns a stream that sends what is printed at the end of each call. */
  static PrintStream stream(Wire wire, byte type, TaskOwner owner) {
    OutputStream out = new BufferedOutputStream(new ChildOutput(wire, type, owner));
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
    wire.send(Frame.of(type, owner.current(), "", copy));
  }
}
