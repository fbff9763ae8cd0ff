package dev.weft.link;

import dev.weft.comm.CommMessage;
import java.util.ArrayList;
import java.util.List;

/** Fields of {@link CommMessage}s. */
final class CommCodec {

  private CommCodec() {}

  static void write(CommMessage message, FrameWriter out) throws FrameTooLargeException {
    out.writeString(message.kind().name());
    out.writeString(message.commId());
    out.writeString(message.target());
    out.writeString(message.data());
    out.writeString(message.metadata());
    out.writeInt(message.buffers().size());
    for (byte[] buffer : message.buffers()) {
      out.writeBytes(buffer);
    }
  }

  static CommMessage read(FrameReader in) throws MalformedFrameException {
    return new CommMessage(
        readKind(in),
        in.readString(),
        in.readString(),
        in.readString(),
        in.readString(),
        readBuffers(in));
  }

  private static CommMessage.Kind readKind(FrameReader in) throws MalformedFrameException {
    String name = in.readString();
    try {
      return CommMessage.Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedFrameException("Unknown kind of comm message [" + name + "]");
    }
  }

  private static List<byte[]> readBuffers(FrameReader in) throws MalformedFrameException {
    int count = in.readCount();
    List<byte[]> buffers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      buffers.add(in.readBytes());
    }
    return buffers;
  }
}
