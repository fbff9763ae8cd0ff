package dev.weft.process.ship;

import org.jspecify.annotations.Nullable;

/** The short form of the simplest values: null, boxed numbers, strings. */
final class Scalars {

  private static final byte NULL = 0;
  private static final byte TRUE = 1;
  private static final byte FALSE = 2;
  private static final byte INT = 3;
  private static final byte LONG = 4;
  private static final byte DOUBLE = 5;
  private static final byte STRING = 6;
  private static final byte FLOAT = 7;
  private static final byte SHORT = 8;
  private static final byte BYTE = 9;
  private static final byte CHAR = 10;

  private Scalars() {}

  static boolean isScalar(@Nullable Object value) {
    if (value == null || value instanceof Integer || value instanceof String) {
      return true;
    }
    Class<?> type = value.getClass();
    return type == Long.class
        || type == Double.class
        || type == Boolean.class
        || type == Float.class
        || type == Short.class
        || type == Byte.class
        || type == Character.class;
  }

  /** Writes a value for which {@link #isScalar} is true. */
  static void write(ByteSink sink, @Nullable Object value) {
    if (value == null) {
      sink.write(NULL);
    } else if (value instanceof Integer number) {
      writeInt(sink, INT, number);
    } else if (value instanceof String text) {
      sink.write(STRING);
      sink.putString(text);
    } else if (value instanceof Long number) {
      writeLong(sink, LONG, number);
    } else if (value instanceof Double number) {
      writeLong(sink, DOUBLE, Double.doubleToRawLongBits(number));
    } else {
      writeRare(sink, value);
    }
  }

  private static void writeRare(ByteSink sink, Object value) {
    if (value instanceof Boolean truth) {
      sink.write(truth ? TRUE : FALSE);
    } else if (value instanceof Float number) {
      writeInt(sink, FLOAT, Float.floatToRawIntBits(number));
    } else if (value instanceof Short number) {
      writeInt(sink, SHORT, number);
    } else if (value instanceof Byte number) {
      writeInt(sink, BYTE, number);
    } else {
      writeInt(sink, CHAR, (Character) value);
    }
  }

  private static void writeInt(ByteSink sink, byte tag, int value) {
    sink.write(tag);
    sink.putInt(value);
  }

  private static void writeLong(ByteSink sink, byte tag, long value) {
    sink.write(tag);
    sink.putLong(value);
  }

  static @Nullable Object read(ByteSource source) {
    int tag = source.read();
    return switch (tag) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case INT -> source.takeInt();
      case LONG -> source.takeLong();
      case DOUBLE -> Double.longBitsToDouble(source.takeLong());
      case STRING -> source.takeString();
      case FLOAT -> Float.intBitsToFloat(source.takeInt());
      case SHORT -> (short) source.takeInt();
      case BYTE -> (byte) source.takeInt();
      case CHAR -> (char) source.takeInt();
      default -> throw new IllegalStateException("No such scalar: " + tag);
    };
  }
}
