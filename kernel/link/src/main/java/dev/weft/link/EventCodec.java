package dev.weft.link;

import dev.weft.display.DisplayData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fields of {@link Event}s. */
final class EventCodec {

  private static final int READY = FrameCodec.FIRST_EVENT;
  private static final int OUTPUT = READY + 1;
  private static final int DISPLAYED = READY + 2;
  private static final int CLEARED = READY + 3;
  private static final int INPUT_REQUESTED = READY + 4;
  private static final int RUN_DONE = READY + 5;
  private static final int REDEFINED = READY + 6;
  private static final int DONE = READY + 7;
  private static final int VARIABLE_READ = READY + 8;
  private static final int PROCESSOR_TIME_READ = READY + 9;
  private static final int KERNEL_CALLED = READY + 10;
  private static final int CALLED_BACK = READY + 11;
  private static final int MAGICS_OFFERED = READY + 12;
  private static final int COMM = READY + 13;
  private static final int COMM_HANDLED = READY + 14;
  private static final int UNCAUGHT = READY + 15;

  private static final int COMPLETED = 1;
  private static final int THREW = 2;
  private static final int STOPPED = 3;

  private EventCodec() {}

  static void write(Event event, FrameWriter out) throws FrameTooLargeException {
    if (event instanceof Event.Output(long cell, var stream, var text)) {
      out.writeByte(OUTPUT);
      out.writeLong(cell);
      out.writeBoolean(stream == StreamName.STDERR);
      out.writeString(text);
    } else if (event instanceof Event.Reply reply) {
      writeReply(reply, out);
    } else if (event instanceof Event.Ready(long pid)) {
      out.writeByte(READY);
      out.writeLong(pid);
    } else if (event instanceof Event.Uncaught(long cell, String thread, Thrown thrown)) {
      out.writeByte(UNCAUGHT);
      out.writeLong(cell);
      out.writeString(thread);
      ThrownCodec.write(thrown, out);
    } else {
      writeShown(event, out);
      writeCall(event, out);
    }
  }

  private static void writeCall(Event event, FrameWriter out) throws FrameTooLargeException {
    if (event instanceof Event.KernelCalled(long call, long cell, var request)) {
      out.writeByte(KERNEL_CALLED);
      out.writeLong(call);
      out.writeLong(cell);
      KernelCodec.write(request, out);
    } else if (event instanceof Event.CalledBack(long call, var reply)) {
      out.writeByte(CALLED_BACK);
      out.writeLong(call);
      writeReply(reply, out);
    } else if (event instanceof Event.MagicsOffered(var magics)) {
      out.writeByte(MAGICS_OFFERED);
      KernelCodec.write(magics, out);
    }
  }

  private static void writeShown(Event event, FrameWriter out) throws FrameTooLargeException {
    if (event instanceof Event.Displayed(long cell, var data, var id, boolean update)) {
      out.writeByte(DISPLAYED);
      out.writeLong(cell);
      writeDisplayData(data, out);
      out.writeOptional(id);
      out.writeBoolean(update);
    } else if (event instanceof Event.Cleared(long cell, boolean waitForOutput)) {
      out.writeByte(CLEARED);
      out.writeLong(cell);
      out.writeBoolean(waitForOutput);
    } else if (event instanceof Event.InputRequested(long cell, var prompt, boolean password)) {
      out.writeByte(INPUT_REQUESTED);
      out.writeLong(cell);
      out.writeString(prompt);
      out.writeBoolean(password);
    } else {
      writeComm(event, out);
    }
  }

  private static void writeComm(Event event, FrameWriter out) throws FrameTooLargeException {
    if (event instanceof Event.Comm(long cell, var message)) {
      out.writeByte(COMM);
      out.writeLong(cell);
      CommCodec.write(message, out);
    } else if (event instanceof Event.CommHandled(long number)) {
      out.writeByte(COMM_HANDLED);
      out.writeLong(number);
    }
  }

  private static void writeReply(Event.Reply reply, FrameWriter out) throws FrameTooLargeException {
    if (reply instanceof Event.RunDone(long cell, var outcome)) {
      out.writeByte(RUN_DONE);
      out.writeLong(cell);
      writeOutcome(outcome, out);
    } else if (reply instanceof Event.Redefined(var refusal)) {
      out.writeByte(REDEFINED);
      out.writeOptional(refusal);
    } else if (reply instanceof Event.Done(var failure)) {
      out.writeByte(DONE);
      out.writeOptional(failure);
    } else if (reply instanceof Event.VariableRead(var text)) {
      out.writeByte(VARIABLE_READ);
      out.writeOptional(text);
    } else if (reply instanceof Event.ProcessorTimeRead(long nanos)) {
      out.writeByte(PROCESSOR_TIME_READ);
      out.writeLong(nanos);
    }
  }

  static Event read(int type, FrameReader in) throws MalformedFrameException {
    return switch (type) {
      case READY -> new Event.Ready(in.readLong());
      case OUTPUT -> new Event.Output(in.readLong(), readStream(in), in.readString());
      case DISPLAYED ->
          new Event.Displayed(
              in.readLong(), readDisplayData(in), in.readOptional(), in.readBoolean());
      case CLEARED -> new Event.Cleared(in.readLong(), in.readBoolean());
      case INPUT_REQUESTED ->
          new Event.InputRequested(in.readLong(), in.readString(), in.readBoolean());
      case KERNEL_CALLED ->
          new Event.KernelCalled(in.readLong(), in.readLong(), KernelCodec.readRequest(in));
      case CALLED_BACK -> new Event.CalledBack(in.readLong(), readReply(in.readByte(), in));
      case UNCAUGHT -> new Event.Uncaught(in.readLong(), in.readString(), ThrownCodec.read(in));
      case COMM -> new Event.Comm(in.readLong(), CommCodec.read(in));
      case COMM_HANDLED -> new Event.CommHandled(in.readLong());
      case MAGICS_OFFERED -> new Event.MagicsOffered(KernelCodec.readMagics(in));
      default -> readReply(type, in);
    };
  }

  private static Event.Reply readReply(int type, FrameReader in) throws MalformedFrameException {
    return switch (type) {
      case RUN_DONE -> new Event.RunDone(in.readLong(), readOutcome(in));
      case REDEFINED -> new Event.Redefined(in.readOptional());
      case DONE -> new Event.Done(in.readOptional());
      case VARIABLE_READ -> new Event.VariableRead(in.readOptional());
      case PROCESSOR_TIME_READ -> new Event.ProcessorTimeRead(in.readLong());
      default -> throw new MalformedFrameException("Unknown event type " + type);
    };
  }

  private static StreamName readStream(FrameReader in) throws MalformedFrameException {
    return in.readBoolean() ? StreamName.STDERR : StreamName.STDOUT;
  }

  private static void writeOutcome(RunOutcome outcome, FrameWriter out)
      throws FrameTooLargeException {
    if (outcome instanceof RunOutcome.Completed(var value)) {
      out.writeByte(COMPLETED);
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        writeDisplayData(value.get(), out);
      }
    } else if (outcome instanceof RunOutcome.Threw(int step, var thrown)) {
      out.writeByte(THREW);
      out.writeInt(step);
      ThrownCodec.write(thrown, out);
    } else if (outcome instanceof RunOutcome.Stopped(int step)) {
      out.writeByte(STOPPED);
      out.writeInt(step);
    }
  }

  private static RunOutcome readOutcome(FrameReader in) throws MalformedFrameException {
    int type = in.readByte();
    return switch (type) {
      case COMPLETED ->
          new RunOutcome.Completed(
              in.readBoolean() ? Optional.of(readDisplayData(in)) : Optional.empty());
      case THREW -> new RunOutcome.Threw(in.readInt(), ThrownCodec.read(in));
      case STOPPED -> new RunOutcome.Stopped(in.readInt());
      default -> throw new MalformedFrameException("Unknown outcome type " + type);
    };
  }

  private static void writeDisplayData(DisplayData data, FrameWriter out)
      throws FrameTooLargeException {
    writeMap(data.data(), out);
    writeMap(data.metadata(), out);
  }

  private static DisplayData readDisplayData(FrameReader in) throws MalformedFrameException {
    return new DisplayData(readMap(in), readMap(in));
  }

  private static void writeMap(Map<String, String> map, FrameWriter out)
      throws FrameTooLargeException {
    out.writeInt(map.size());
    for (Map.Entry<String, String> entry : map.entrySet()) {
      out.writeString(entry.getKey());
      out.writeString(entry.getValue());
    }
  }

  private static Map<String, String> readMap(FrameReader in) throws MalformedFrameException {
    int count = in.readCount();
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(in.readString(), in.readString());
    }
    return map;
  }
}
