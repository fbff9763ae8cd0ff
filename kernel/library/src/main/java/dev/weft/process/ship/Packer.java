package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Packs values. Safe for use by several threads. */
public final class Packer {

  private static final byte[] NOTHING = new byte[0];

  private final Packing.Sources sources;

  /** Makes a packer for values whose classes are in the book or known to the receiver. */
  public Packer(ClassBook book) {
    sources = new Packing.Sources(book, new Closure(book), new LambdaSites(book));
  }

  /**
   * Packs a value as it is now.
   *
   * @throws UntransferableException if it, or a variable that its code reads, can't travel
   */
  public Parcel pack(@Nullable Object value) throws UntransferableException {
    return pack(value, OwnVariables.NONE);
  }

  /**
   * Packs a value as it is now, for a receiver that has some variables for itself.
   *
   * @throws UntransferableException as {@link #pack(Object)}
   */
  public Parcel pack(@Nullable Object value, OwnVariables own) throws UntransferableException {
    return pack(value, new Packing(sources, true, own));
  }

  /**
   * Packs code that a receiver is to run before all else. The variables that it sets go along as
   * they are now, where they can.
   *
   * @throws UntransferableException as {@link #pack(Object)}
   */
  public FirstParcel packFirst(Object code) throws UntransferableException {
    Packing look = new Packing(sources, true, OwnVariables.NONE);
    Parcel plain = packStream(code, look);
    Set<StaticField> set = look.setVariables();
    if (set.isEmpty()) {
      return new FirstParcel(plain, OwnVariables.NONE);
    }
    Packing packing = new Packing(sources, true, OwnVariables.NONE);
    for (StaticField each : set) {
      if (travels(each.get())) {
        packing.addVariable(each);
      }
    }
    return new FirstParcel(packStream(code, packing), new OwnVariables(set));
  }

  private boolean travels(@Nullable Object value) {
    try {
      Parcel unused = pack(value);
      return true;
    } catch (UntransferableException e) {
      return false;
    }
  }

  /**
   * Packs a value as it is now into one run of bytes, to be read by {@link Flat#contents}.
   *
   * @throws UntransferableException as {@link #pack(Object)}
   */
  public Flat packFlat(@Nullable Object value) throws UntransferableException {
    return Flat.of(pack(value, new Packing(sources, false, OwnVariables.NONE)));
  }

  private static Parcel pack(@Nullable Object value, Packing packing)
      throws UntransferableException {
    if (value == null || Scalars.isScalar(value)) {
      ByteSink sink = new ByteSink(16);
      sink.write(Form.SCALAR);
      Scalars.write(sink, value);
      return plain(sink, List.of());
    }
    if (value.getClass().isArray()) {
      if (packing.mayGoAside() && value.getClass().componentType().isPrimitive()) {
        ByteSink sink = new ByteSink(1);
        sink.write(Form.ARRAY);
        return plain(sink, List.of(value));
      }
      if (value.getClass() == Object[].class) {
        return packItems((Object[]) value, packing);
      }
    }
    return packStream(value, packing);
  }

  private static Parcel packItems(@Nullable Object[] items, Packing packing)
      throws UntransferableException {
    ByteSink sink = new ByteSink(16 + 8 * items.length);
    sink.write(Form.ITEMS);
    sink.putInt(items.length);
    for (Object each : items) {
      if (!Scalars.isScalar(each)) {
        return packStream(items, packing);
      }
      Scalars.write(sink, each);
    }
    return plain(sink, List.of());
  }

  private static Parcel plain(ByteSink sink, List<Object> arrays) {
    return new Parcel(NOTHING, sink.array(), sink.size(), arrays, Map.of());
  }

  private static Parcel packStream(Object value, Packing packing) throws UntransferableException {
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
      throw Obstacle.explain(field, current, e);
    }
    return packing.parcel(sink);
  }
}
