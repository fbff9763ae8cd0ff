package dev.weft.channel;

import dev.weft.process.NotTransferableException;
import dev.weft.process.child.Values;
import dev.weft.process.ship.UntransferableException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Elements as messages, and back. */
final class Content {

  private Content() {}

  /**
   * Returns an element as it is now.
   *
   * @throws NotTransferableException if it can't travel
   */
  static Message of(Object element) {
    if (element instanceof byte[] bytes) {
      return Message.ofBytes(bytes);
    }
    try {
      return Message.of(Values.here().pack(element));
    } catch (UntransferableException e) {
      throw new NotTransferableException("It can't be put: " + e.getMessage(), e);
    }
  }

  /** Returns the element of a message that stays where it is. */
  static Object view(Message message) {
    return element(message.isAside() ? SideFile.read(message) : message);
  }

  /** Returns the element of a message that was taken. */
  static Object element(Message message) {
    byte[] bytes = message.bytes();
    if (bytes.length != message.length()) {
      bytes = Arrays.copyOf(bytes, message.length());
    }
    if (message.kind() == Message.BYTES) {
      return bytes;
    }
    return unpack(bytes);
  }

  private static Object unpack(byte[] run) {
    try {
      @Nullable Object element = Values.here().unpack(run);
      if (element != null) {
        return element;
      }
      throw new IllegalStateException("A message holds nothing");
    } catch (UntransferableException e) {
      throw new NotTransferableException("An element can't be taken here: " + e.getMessage(), e);
    }
  }
}
