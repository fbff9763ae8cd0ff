package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Packs values. Safe for use by several threads. */
public final class Packer {

  private static final byte[] NOTHING = new byte[0];

  private final Packing.Sources sources;
  private final ClassValue<AtomicReference<@Nullable Parcel>> constants = new Constants();

  /** By class of a lambda, the parcel that is the same each time. */
  private static final class Constants extends ClassValue<AtomicReference<@Nullable Parcel>> {
    @Override
    protected AtomicReference<@Nullable Parcel> computeValue(Class<?> type) {
      return new AtomicReference<>();
    }
  }

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
    return pack(value, new Terms(true, own));
  }

  /**
   * How a value is packed.
   *
   * @param aside whether large arrays travel beside the body
   * @param own variables that the receiver has for itself
   */
  private record Terms(boolean aside, OwnVariables own) {}

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
    return Flat.of(pack(value, new Terms(false, OwnVariables.NONE)));
  }

  private Parcel pack(@Nullable Object value, Terms terms) throws UntransferableException {
    if (value == null || Scalars.isScalar(value)) {
      ByteSink sink = new ByteSink(16);
      sink.write(Form.SCALAR);
      Scalars.write(sink, value);
      return plain(sink, List.of());
    }
    if (value.getClass().isArray()) {
      if (terms.aside() && value.getClass().componentType().isPrimitive()) {
        ByteSink sink = new ByteSink(1);
        sink.write(Form.ARRAY);
        return plain(sink, List.of(value));
      }
      if (value.getClass() == Object[].class) {
        return packItems((Object[]) value, terms);
      }
    }
    if (value.getClass().isHidden()) {
      return packLambda(value, terms);
    }
    ByteSink sink = new ByteSink(64);
    sink.write(Form.SIMPLE);
    return Simple.write(sink, value) ? plain(sink, List.of()) : packStream(value, terms);
  }

  /**
   * Packs a lambda: once and for all if it has captured nothing and its code reads no variables, so
   * that it is the same to whoever gets it.
   */
  private Parcel packLambda(Object lambda, Terms terms) throws UntransferableException {
    AtomicReference<@Nullable Parcel> constant = constants.get(lambda.getClass());
    Parcel known = constant.get();
    if (known != null && sources.areCurrent(known.classes())) {
      return known;
    }
    Packing packing = packing(terms);
    Parcel fresh = packStream(lambda, packing);
    if (packing.isConstant()) {
      fresh.body()[0] = Form.CONSTANT;
      constant.set(fresh);
    }
    return fresh;
  }

  private Packing packing(Terms terms) {
    return new Packing(sources, terms.aside(), terms.own());
  }

  private Parcel packStream(Object value, Terms terms) throws UntransferableException {
    return packStream(value, packing(terms));
  }

  private Parcel packItems(@Nullable Object[] items, Terms terms) throws UntransferableException {
    ByteSink sink = new ByteSink(16 + 8 * items.length);
    sink.write(Form.ITEMS);
    sink.putInt(items.length);
    for (Object each : items) {
      if (!Scalars.isScalar(each)) {
        return packStream(items, terms);
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
