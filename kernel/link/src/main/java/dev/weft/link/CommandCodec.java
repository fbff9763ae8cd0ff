package dev.weft.link;

import java.util.ArrayList;
import java.util.List;

/** Fields of {@link Command}s. */
final class CommandCodec {

  private static final int RUN = 1;
  private static final int REDEFINE = 2;
  private static final int ADD_TO_CLASS_PATH = 3;
  private static final int COPY_VARIABLE = 4;
  private static final int READ_VARIABLE = 5;
  private static final int STOP = 6;
  private static final int INPUT_REPLY = 7;
  private static final int EXIT = 8;
  private static final int READ_PROCESSOR_TIME = 9;
  private static final int CALL_BACK = 10;
  private static final int ANSWER_CALL = 11;
  private static final int COMM = 12;

  private static final int LOAD = 1;
  private static final int INVOKE = 2;

  private CommandCodec() {}

  static void write(Command command, FrameWriter out) throws FrameTooLargeException {
    if (command instanceof Command.Request request) {
      writeRequest(request, out);
    } else if (command instanceof Command.Stop(long cell)) {
      out.writeByte(STOP);
      out.writeLong(cell);
    } else if (command instanceof Command.InputReply(var text, var refusal)) {
      out.writeByte(INPUT_REPLY);
      out.writeOptional(text);
      out.writeOptional(refusal);
    } else if (command instanceof Command.Comm(long number, var message)) {
      out.writeByte(COMM);
      out.writeLong(number);
      CommCodec.write(message, out);
    } else if (command instanceof Command.CallBack(long call, var request)) {
      out.writeByte(CALL_BACK);
      out.writeLong(call);
      writeRequest(request, out);
    } else if (command instanceof Command.AnswerCall(long call, var answer)) {
      out.writeByte(ANSWER_CALL);
      out.writeLong(call);
      KernelCodec.write(answer, out);
    } else {
      out.writeByte(EXIT);
    }
  }

  private static void writeRequest(Command.Request request, FrameWriter out)
      throws FrameTooLargeException {
    if (request instanceof Command.Run run) {
      out.writeByte(RUN);
      writeRun(run, out);
    } else if (request instanceof Command.Redefine(var classes)) {
      out.writeByte(REDEFINE);
      writeClasses(classes, out);
    } else if (request instanceof Command.AddToClassPath(var entries)) {
      out.writeByte(ADD_TO_CLASS_PATH);
      out.writeStrings(entries);
    } else {
      writeVariable(request, out);
    }
  }

  private static void writeVariable(Command.Request request, FrameWriter out)
      throws FrameTooLargeException {
    if (request instanceof Command.CopyVariable(var from, var to, var field)) {
      out.writeByte(COPY_VARIABLE);
      out.writeString(from);
      out.writeString(to);
      out.writeString(field);
    } else if (request instanceof Command.ReadVariable(var className, var field)) {
      out.writeByte(READ_VARIABLE);
      out.writeString(className);
      out.writeString(field);
    } else {
      out.writeByte(READ_PROCESSOR_TIME);
    }
  }

  static Command read(int type, FrameReader in) throws MalformedFrameException {
    return switch (type) {
      case STOP -> new Command.Stop(in.readLong());
      case INPUT_REPLY -> new Command.InputReply(in.readOptional(), in.readOptional());
      case COMM -> new Command.Comm(in.readLong(), CommCodec.read(in));
      case EXIT -> new Command.Exit();
      case CALL_BACK -> new Command.CallBack(in.readLong(), readRequest(in.readByte(), in));
      case ANSWER_CALL -> new Command.AnswerCall(in.readLong(), KernelCodec.readAnswer(in));
      default -> readRequest(type, in);
    };
  }

  private static Command.Request readRequest(int type, FrameReader in)
      throws MalformedFrameException {
    return switch (type) {
      case RUN -> new Command.Run(in.readLong(), in.readBoolean(), readSteps(in));
      case REDEFINE -> new Command.Redefine(readClasses(in));
      case ADD_TO_CLASS_PATH -> new Command.AddToClassPath(in.readStrings());
      case COPY_VARIABLE ->
          new Command.CopyVariable(in.readString(), in.readString(), in.readString());
      case READ_VARIABLE -> new Command.ReadVariable(in.readString(), in.readString());
      case READ_PROCESSOR_TIME -> new Command.ReadProcessorTime();
      default -> throw new MalformedFrameException("Unknown command type " + type);
    };
  }

  private static void writeRun(Command.Run run, FrameWriter out) throws FrameTooLargeException {
    out.writeLong(run.cell());
    out.writeBoolean(run.allowStdin());
    out.writeInt(run.steps().size());
    for (Step step : run.steps()) {
      if (step instanceof Step.Load(var classes)) {
        out.writeByte(LOAD);
        writeClasses(classes, out);
      } else if (step instanceof Step.Invoke(var className, var method, var wantsValue)) {
        out.writeByte(INVOKE);
        out.writeString(className);
        out.writeString(method);
        out.writeBoolean(wantsValue);
      }
    }
  }

  private static List<Step> readSteps(FrameReader in) throws MalformedFrameException {
    int count = in.readCount();
    List<Step> steps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int type = in.readByte();
      steps.add(
          switch (type) {
            case LOAD -> new Step.Load(readClasses(in));
            case INVOKE -> new Step.Invoke(in.readString(), in.readString(), in.readBoolean());
            default -> throw new MalformedFrameException("Unknown step type " + type);
          });
    }
    return steps;
  }

  private static void writeClasses(List<ClassBytes> classes, FrameWriter out)
      throws FrameTooLargeException {
    out.writeInt(classes.size());
    for (ClassBytes each : classes) {
      out.writeString(each.name());
      out.writeBytes(each.bytes());
    }
  }

  private static List<ClassBytes> readClasses(FrameReader in) throws MalformedFrameException {
    int count = in.readCount();
    List<ClassBytes> classes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      classes.add(new ClassBytes(in.readString(), in.readBytes()));
    }
    return classes;
  }
}
