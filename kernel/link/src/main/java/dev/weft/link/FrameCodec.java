package dev.weft.link;

/**
 * Turns messages into frames and back: four bytes length, one byte type, the message's fields.
 *
 * <p>The length counts the type and the fields. {@code if} chains stand here in place of pattern
 * switches, whose bootstrap would cost the start of both JVMs.
 */
final class FrameCodec {

  /** Largest frame, header included, in bytes. */
  static final int MAX_FRAME = 1 << 30;

  /** A larger buffer is given up after the message that needed it. */
  static final int KEPT_BUFFER = 1 << 20;

  static final int HEADER = Integer.BYTES;

  /** Types from here on are events. */
  static final int FIRST_EVENT = 32;

  private FrameCodec() {}

  /** Replaces what the writer holds by the message's frame. */
  static void encode(Message message, FrameWriter out) throws FrameTooLargeException {
    out.clear();
    out.writeInt(0);
    if (message instanceof Event event) {
      EventCodec.write(event, out);
    } else {
      CommandCodec.write((Command) message, out);
    }
    out.setInt(0, out.size() - HEADER);
  }

  /** Decodes what follows the frame's length. */
  static Message decode(byte[] bytes, int from, int length) throws MalformedFrameException {
    FrameReader in = new FrameReader(bytes, from, length);
    int type = in.readByte();
    Message message = type >= FIRST_EVENT ? EventCodec.read(type, in) : CommandCodec.read(type, in);
    in.expectEnd();
    return message;
  }

  /** Checks a length that was received. */
  static int checkLength(int length) throws MalformedFrameException {
    if (length < 1 || length > MAX_FRAME - HEADER) {
      throw new MalformedFrameException("A frame announces a length of " + length + " bytes");
    }
    return length;
  }
}
