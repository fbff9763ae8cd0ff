package dev.weft.magic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A magic that notebook code has added, in one form or both. */
record UserMagic(
    String name, String summary, @Nullable LineAction line, @Nullable CellAction cell) {

  KernelChannel.Offer offer() {
    return new KernelChannel.Offer(name, summary, line != null, cell != null);
  }

  @Nullable Object callLine(List<String> arguments) {
    LineAction action = line;
    if (action == null) {
      throw new KernelCallException("MagicError", "%%" + name + " has no line form.");
    }
    try {
      return action.run(arguments);
    } catch (Exception e) {
      throw UserMagic.<RuntimeException>sneaky(e);
    }
  }

  @Nullable Object callCell(List<String> arguments, String body) {
    CellAction action = cell;
    if (action == null) {
      throw new KernelCallException("MagicError", "%" + name + " has no cell form.");
    }
    try {
      return action.run(arguments, body);
    } catch (Exception e) {
      throw UserMagic.<RuntimeException>sneaky(e);
    }
  }

  /** Throws what was caught: notebook code need not wrap exceptions of its own magics. */
  @SuppressWarnings("unchecked") // erased, so that it throws whatever it is given
  static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
