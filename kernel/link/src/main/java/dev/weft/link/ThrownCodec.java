package dev.weft.link;

import dev.weft.link.Thrown.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Fields of {@link Thrown}, whose causes and suppressed exceptions nest. */
final class ThrownCodec {

  /** A deeper nest is not exchanged. */
  private static final int MAX_DEPTH = 200;

  private ThrownCodec() {}

  static void write(Thrown thrown, FrameWriter out) throws FrameTooLargeException {
    write(thrown, out, 0);
  }

  private static void write(Thrown thrown, FrameWriter out, int depth)
      throws FrameTooLargeException {
    if (depth == MAX_DEPTH) {
      throw new IllegalArgumentException("Causes nest deeper than " + MAX_DEPTH);
    }
    out.writeString(thrown.className());
    out.writeOptional(thrown.message());
    writeFrames(thrown.frames(), out);
    out.writeBoolean(thrown.cause().isPresent());
    if (thrown.cause().isPresent()) {
      write(thrown.cause().get(), out, depth + 1);
    }
    out.writeInt(thrown.suppressed().size());
    for (Thrown suppressed : thrown.suppressed()) {
      write(suppressed, out, depth + 1);
    }
    out.writeBoolean(thrown.unresolvedSnippet().isPresent());
    out.writeInt(thrown.unresolvedSnippet().orElse(0));
  }

  static Thrown read(FrameReader in) throws MalformedFrameException {
    return read(in, 0);
  }

  private static Thrown read(FrameReader in, int depth) throws MalformedFrameException {
    if (depth == MAX_DEPTH) {
      throw new MalformedFrameException("Causes nest deeper than " + MAX_DEPTH);
    }
    String className = in.readString();
    Optional<String> message = in.readOptional();
    List<Frame> frames = readFrames(in);
    Optional<Thrown> cause = in.readBoolean() ? Optional.of(read(in, depth + 1)) : Optional.empty();
    List<Thrown> suppressed = new ArrayList<>();
    for (int left = in.readCount(); left > 0; left--) {
      suppressed.add(read(in, depth + 1));
    }
    boolean unresolved = in.readBoolean();
    int id = in.readInt();
    OptionalInt unresolvedSnippet = unresolved ? OptionalInt.of(id) : OptionalInt.empty();
    return new Thrown(className, message, frames, cause, suppressed, unresolvedSnippet);
  }

  private static void writeFrames(List<Frame> frames, FrameWriter out)
      throws FrameTooLargeException {
    out.writeInt(frames.size());
    for (Frame frame : frames) {
      out.writeString(frame.className());
      out.writeString(frame.methodName());
      out.writeOptional(frame.fileName());
      out.writeInt(frame.line());
    }
  }

  private static List<Frame> readFrames(FrameReader in) throws MalformedFrameException {
    int count = in.readCount();
    List<Frame> frames = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      frames.add(new Frame(in.readString(), in.readString(), in.readOptional(), in.readInt()));
    }
    return frames;
  }
}
