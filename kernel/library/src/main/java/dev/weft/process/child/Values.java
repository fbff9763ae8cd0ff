package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import dev.weft.process.ship.Flat;
import dev.weft.process.ship.Packer;
import dev.weft.process.ship.Unpacker;
import dev.weft.process.ship.UntransferableException;
import dev.weft.process.ship.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way between any two processes of one program, as runs of bytes.
 *
 * <p>A class that the receiver lacks is asked for as it is needed. Variables of the notebook that
 * come along are set only where the receiver is a child and has none of its own yet: a value is no
 * task, and must not change what others see.
 *
 * <p>Safe for use by several threads.
 */
public final class Values {

  private final ClassBook book;
  private final Variables variables;
  private final Packer packer;
  private final Unpacker unpacker;

  Values(ClassBook book, int depth) {
    this.book = book;
    variables = depth == 0 ? Variables.KEEP : Variables.FILL;
    packer = new Packer(book);
    unpacker = new Unpacker(book);
  }

  /** Returns what packs and unpacks values for the calling thread, with the classes it uses. */
  public static Values here() {
    return Children.here().values();
  }

  /** Whether these are of the classes in a book. */
  boolean areOf(ClassBook other) {
    return book.equals(other);
  }

  /**
   * Returns a value, as it is now, as bytes.
   *
   * @throws UntransferableException if it can't travel
   */
  public Flat pack(@Nullable Object value) throws UntransferableException {
    return packer.packFlat(value);
  }

  /**
   * Returns the value that was packed into a run of bytes, all of which are its own.
   *
   * @throws UntransferableException if it can't be rebuilt here
   */
  public @Nullable Object unpack(byte[] run) throws UntransferableException {
    return unpacker.unpack(Flat.contents(run), variables).value();
  }
}
