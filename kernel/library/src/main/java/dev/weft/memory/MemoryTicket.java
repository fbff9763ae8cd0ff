package dev.weft.memory;

import dev.weft.segment.Region;
import dev.weft.segment.RegionRef;
import dev.weft.sync.ProcessLock;
import java.io.InvalidObjectException;
import java.io.Serializable;

/** What travels in place of a handle, and becomes one again. */
record MemoryTicket(Kind kind, RegionRef ref, ProcessLock lock, int length)
    implements Serializable {

  enum Kind {
    INT,
    LONG,
    DOUBLE,
    BOOLEAN,
    INTS,
    LONGS,
    DOUBLES,
    FLOATS,
    SHORTS,
    BYTES,
    CHARS,
    BOOLEANS
  }

  static MemoryTicket of(Kind kind, Block block, int length) {
    return new MemoryTicket(kind, block.region().ref(), block.lock(), length);
  }

  private Object readResolve() throws InvalidObjectException {
    Block block = new Block(Region.attach(ref), lock);
    return switch (kind) {
      case INT -> new SharedInt(block);
      case LONG -> new SharedLong(block);
      case DOUBLE -> new SharedDouble(block);
      case BOOLEAN -> new SharedBoolean(block);
      case INTS -> new SharedInts(block, length);
      case LONGS -> new SharedLongs(block, length);
      case DOUBLES -> new SharedDoubles(block, length);
      case FLOATS -> new SharedFloats(block, length);
      case SHORTS -> new SharedShorts(block, length);
      case BYTES -> new SharedBytes(block, length);
      case CHARS -> new SharedChars(block, length);
      case BOOLEANS -> new SharedBooleans(block, length);
    };
  }
}
