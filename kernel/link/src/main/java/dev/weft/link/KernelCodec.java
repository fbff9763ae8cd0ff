package dev.weft.link;

import java.util.ArrayList;
import java.util.List;

/** Fields of {@link KernelRequest}s, {@link KernelAnswer}s and {@link OfferedMagic}s. */
final class KernelCodec {

  private static final int EVAL = 1;
  private static final int LINE_MAGIC = 2;
  private static final int CELL_MAGIC = 3;

  private static final int NOTHING = 1;
  private static final int TEXT = 2;
  private static final int TEXTS = 3;
  private static final int LAST_VALUE = 4;
  private static final int FAILED = 5;

  private KernelCodec() {}

  static void write(KernelRequest request, FrameWriter out) throws FrameTooLargeException {
    if (request instanceof KernelRequest.Eval(var code)) {
      out.writeByte(EVAL);
      out.writeString(code);
    } else if (request instanceof KernelRequest.LineMagic(var name, var arguments)) {
      out.writeByte(LINE_MAGIC);
      out.writeString(name);
      out.writeStrings(arguments);
    } else if (request instanceof KernelRequest.CellMagic(var name, var arguments, var body)) {
      out.writeByte(CELL_MAGIC);
      out.writeString(name);
      out.writeStrings(arguments);
      out.writeString(body);
    }
  }

  static KernelRequest readRequest(FrameReader in) throws MalformedFrameException {
    int type = in.readByte();
    return switch (type) {
      case EVAL -> new KernelRequest.Eval(in.readString());
      case LINE_MAGIC -> new KernelRequest.LineMagic(in.readString(), in.readStrings());
      case CELL_MAGIC ->
          new KernelRequest.CellMagic(in.readString(), in.readStrings(), in.readString());
      default -> throw new MalformedFrameException("Unknown kernel request type " + type);
    };
  }

  static void write(KernelAnswer answer, FrameWriter out) throws FrameTooLargeException {
    if (answer instanceof KernelAnswer.Text(var text)) {
      out.writeByte(TEXT);
      out.writeString(text);
    } else if (answer instanceof KernelAnswer.Texts(var texts)) {
      out.writeByte(TEXTS);
      out.writeStrings(texts);
    } else if (answer instanceof KernelAnswer.Failed(var name, var message)) {
      out.writeByte(FAILED);
      out.writeString(name);
      out.writeString(message);
    } else {
      out.writeByte(answer instanceof KernelAnswer.LastValue ? LAST_VALUE : NOTHING);
    }
  }

  static KernelAnswer readAnswer(FrameReader in) throws MalformedFrameException {
    int type = in.readByte();
    return switch (type) {
      case NOTHING -> new KernelAnswer.Nothing();
      case TEXT -> new KernelAnswer.Text(in.readString());
      case TEXTS -> new KernelAnswer.Texts(in.readStrings());
      case LAST_VALUE -> new KernelAnswer.LastValue();
      case FAILED -> new KernelAnswer.Failed(in.readString(), in.readString());
      default -> throw new MalformedFrameException("Unknown kernel answer type " + type);
    };
  }

  static void write(List<OfferedMagic> magics, FrameWriter out) throws FrameTooLargeException {
    out.writeInt(magics.size());
    for (OfferedMagic magic : magics) {
      out.writeString(magic.name());
      out.writeString(magic.summary());
      out.writeBoolean(magic.isLine());
      out.writeBoolean(magic.isCell());
    }
  }

  static List<OfferedMagic> readMagics(FrameReader in) throws MalformedFrameException {
    List<OfferedMagic> magics = new ArrayList<>();
    for (int left = in.readCount(); left > 0; left--) {
      magics.add(
          new OfferedMagic(in.readString(), in.readString(), in.readBoolean(), in.readBoolean()));
    }
    return magics;
  }
}
