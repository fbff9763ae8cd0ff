package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packs values. Safe for use by several threads. */
public final class Packer {

  private static final byte[] NOTHING = new byte[0];

  private final ClassBook book;
  private final Closure closure;

  /** Makes a packer for values whose classes are in the book or known to the receiver. */
  public Packer(ClassBook book) {
    this.book = book;
    closure = new Closure(book);
  }

  /**
   * Packs a value as it is now.
   *
   * @throws UntransferableException if it, or a variable that its code reads, can't travel
   */
  public Parcel pack(@Nullable Object value) throws UntransferableException {
    return pack(value, true);
  }

  /**
   * Packs a value as it is now into one run of bytes, to be read by {@link Flat#contents}.
   *
   * @throws UntransferableException as {@link #pack}
   */
  public Flat packFlat(@Nullable Object value) throws UntransferableException {
    return Flat.of(pack(value, false));
  }

  private Parcel pack(@Nullable Object value, boolean aside) throws UntransferableException {
    if (value == null || Scalars.isScalar(value)) {
      ByteSink sink = new ByteSink(16);
      sink.write(Form.SCALAR);
      Scalars.write(sink, value);
      return plain(sink, List.of());
    }
    if (value.getClass().isArray()) {
      if (aside && value.getClass().componentType().isPrimitive()) {
        ByteSink sink = new ByteSink(1);
        sink.write(Form.ARRAY);
        return plain(sink, List.of(value));
      }
      if (value.getClass() == Object[].class) {
        return packItems((Object[]) value, aside);
      }
    }
    ByteSink sink = new ByteSink(64);
    sink.write(Form.SIMPLE);
    return Simple.write(sink, value) ? plain(sink, List.of()) : packStream(value, aside);
  }

  private Parcel packItems(@Nullable Object[] items, boolean aside) throws UntransferableException {
    ByteSink sink = new ByteSink(16 + 8 * items.length);
    sink.write(Form.ITEMS);
    sink.putInt(items.length);
    for (Object each : items) {
      if (!Scalars.isScalar(each)) {
        return packStream(items, aside);
      }
      Scalars.write(sink, each);
    }
    return plain(sink, List.of());
  }

  private static Parcel plain(ByteSink sink, List<Object> arrays) {
    return new Parcel(NOTHING, sink.array(), sink.size(), arrays, Map.of());
  }

  private Parcel packStream(Object value, boolean aside) throws UntransferableException {
    Packing packing = new Packing(book, closure, aside);
    ByteSink sink = new ByteSink(512);
    sink.write(Form.STREAM);
    Object current = value;
    StaticField field = null;
    try (ObjectOutputStream stream = new PackingStream(sink, packing)) {
      stream.writeObject(value);
      for (field = packing.next(); field != null; field = packing.next()) {
        current = field.get();
        packing.writeVariable(field, current, stream);
      }
      stream.writeObject(null);
      stream.flush();
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      throw Obstacle.explain(book, field, current, e);
    }
    return packing.parcel(sink);
  }
}
