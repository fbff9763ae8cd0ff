package dev.weft.front.remote;

import java.lang.reflect.AccessFlag;
import java.nio.ByteBuffer;

/** Makes the classes that JShell puts around snippets public, so that the worker can call them. */
final class PublicClass {

  /** Where the number of constants stands, behind the magic number and the version. */
  private static final int CONSTANT_COUNT = 8;

  private PublicClass() {}

  /** Returns the class file with the public flag set. */
  static byte[] of(byte[] classFile) {
    byte[] changed = classFile.clone();
    ByteBuffer buffer = ByteBuffer.wrap(changed).position(CONSTANT_COUNT);
    int count = Short.toUnsignedInt(buffer.getShort());
    for (int i = 1; i < count; i++) {
      i += skipConstant(buffer) - 1;
    }
    int at = buffer.position();
    buffer.putShort(at, (short) (buffer.getShort(at) | AccessFlag.PUBLIC.mask()));
    return changed;
  }

  /** Moves behind a constant, and returns how many indexes it takes. */
  private static int skipConstant(ByteBuffer buffer) {
    int tag = buffer.get();
    int length =
        switch (tag) {
          case 1 -> Short.toUnsignedInt(buffer.getShort()); // Utf8
          case 5, 6 -> 8; // Long, Double
          case 7, 8, 16, 19, 20 -> 2; // Class, String, MethodType, Module, Package
          case 15 -> 3; // MethodHandle
          default -> 4; // numbers and pairs of indexes
        };
    buffer.position(buffer.position() + length);
    return tag == 5 || tag == 6 ? 2 : 1;
  }
}
