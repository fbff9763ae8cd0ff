package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Unpacks what a {@link Packer} in another JVM has packed. Safe for use by several threads. */
public final class Unpacker {

  private final ClassBook book;
  private final ClassTable classes;

  /** Values by what they were packed into. */
  private final Map<String, Object> constants = new ConcurrentHashMap<>();

  private static final int MOST_CONSTANTS = 500;

  /** Makes an unpacker that finds classes through the book's loader. */
  public Unpacker(ClassBook book) {
    this.book = book;
    classes = new ClassTable(book);
  }

  /**
   * Unpacks a value and sets the variables that came with it.
   *
   * @throws UntransferableException if something can't be rebuilt, or a class is missing
   */
  public Unpacked unpack(Contents contents) throws UntransferableException {
    return unpack(contents, Variables.SET);
  }

  /**
   * Unpacks a value and does with the variables that came with it as is said.
   *
   * @throws UntransferableException as {@link #unpack(Contents)}
   */
  public Unpacked unpack(Contents contents, Variables variables) throws UntransferableException {
    try {
      Settings settings = new Settings(variables);
      readPrologue(contents.prologue(), settings);
      ByteSource source = new ByteSource(contents.body());
      Object value =
          switch (source.read()) {
            case Form.SCALAR -> Scalars.read(source);
            case Form.ARRAY -> contents.arrays().getFirst();
            case Form.ITEMS -> items(source);
            case Form.SIMPLE -> Simple.read(source);
            case Form.CONSTANT -> constant(source, contents, settings);
            default -> stream(source, contents.arrays(), settings);
          };
      return new Unpacked(value, settings.made);
    } catch (IOException | ClassNotFoundException | RuntimeException | StackOverflowError e) {
      throw new UntransferableException("Cannot unpack what was sent: " + reason(e), e);
    } catch (LinkageError e) {
      throw new UntransferableException("Cannot load a class of what was sent: " + e, e);
    }
  }

  /** The variables that were set. */
  private record Settings(Variables variables, List<Unpacked.Setting> made) {
    Settings(Variables variables) {
      this(variables, new ArrayList<>());
    }

    boolean admit(StaticField field) {
      return switch (variables) {
        case SET -> true;
        case FILL -> field.isBlank();
        case KEEP -> false;
      };
    }
  }

  private static String reason(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ClassNotFoundException) {
        return "the other process has no class " + each.getMessage() + " on its class path";
      }
    }
    return thrown.toString();
  }

  private void readPrologue(byte[] prologue, Settings settings) {
    ByteSource source = new ByteSource(prologue);
    while (source.available() > 0) {
      String owner = source.takeString();
      String name = source.takeString();
      set(owner, name, Scalars.read(source), settings);
    }
  }

  /** Sets a variable now, as reading the value may need it. */
  private void set(String owner, String name, @Nullable Object value, Settings settings) {
    StaticField field =
        StaticField.find(book, owner, name)
            .orElseThrow(() -> new IllegalStateException("No field " + name + " in " + owner));
    if (settings.admit(field)) {
      field.set(value);
      settings.made.add(new Unpacked.Setting(field, value));
    }
  }

  private static @Nullable Object[] items(ByteSource source) {
    @Nullable Object[] items = new Object[source.takeInt()];
    for (int i = 0; i < items.length; i++) {
      items[i] = Scalars.read(source);
    }
    return items;
  }

  private @Nullable Object constant(ByteSource source, Contents contents, Settings settings)
      throws IOException, ClassNotFoundException {
    String key = new String(contents.body(), StandardCharsets.ISO_8859_1);
    Object value = constants.get(key);
    if (value == null) {
      value = stream(source, contents.arrays(), settings);
      if (constants.size() >= MOST_CONSTANTS) {
        constants.clear();
      }
      constants.put(key, Objects.requireNonNull(value));
    }
    return value;
  }

  private @Nullable Object stream(ByteSource source, List<Object> arrays, Settings settings)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new UnpackingStream(source, classes, arrays)) {
      Object value = in.readObject();
      for (Object owner = in.readObject(); owner != null; owner = in.readObject()) {
        set((String) owner, (String) in.readObject(), in.readObject(), settings);
      }
      return value;
    }
  }
}
