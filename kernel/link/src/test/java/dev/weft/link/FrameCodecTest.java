package dev.weft.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.comm.CommMessage;
import dev.weft.display.DisplayData;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCodecTest {

  private static final Thrown CAUSE =
      new Thrown(
          "Cause", Optional.empty(), List.of(), Optional.empty(), List.of(), OptionalInt.of(0));
  private static final Thrown THROWN =
      new Thrown(
          "a.B",
          Optional.of("bad\n\uD800"),
          List.of(
              new Thrown.Frame("a.B", "<init>", Optional.of("B.java"), 7),
              new Thrown.Frame("a.C", "m", Optional.empty(), -2)),
          Optional.of(CAUSE),
          List.of(CAUSE, CAUSE),
          OptionalInt.empty());
  private static final DisplayData DATA = data();

  private static DisplayData data() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("text/html", "<b>ü</b>");
    data.put("text/plain", "\uD83D\uDE00");
    return new DisplayData(data, Map.of("key", "{}"));
  }

  static List<Message> messages() {
    return List.of(
        new Command.Run(
            -1, true, List.of(new Step.Load(List.of()), new Step.Invoke("C", "m", true))),
        new Command.AddToClassPath(List.of("", "a b", "ü.jar")),
        new Command.CopyVariable("A", "B", "f"),
        new Command.ReadVariable("A", "f"),
        new Command.Stop(Long.MAX_VALUE),
        new Command.InputReply(Optional.of("line"), Optional.empty()),
        new Command.InputReply(Optional.empty(), Optional.of("no")),
        new Command.Comm(-7, CommMessage.close("id")),
        new Command.Exit(),
        new Command.ReadProcessorTime(),
        new Command.CallBack(5, new Command.ReadVariable("A", "f")),
        new Command.AnswerCall(5, new KernelAnswer.Nothing()),
        new Command.AnswerCall(5, new KernelAnswer.Text("ü")),
        new Command.AnswerCall(5, new KernelAnswer.Texts(List.of("a", ""))),
        new Command.AnswerCall(5, new KernelAnswer.LastValue()),
        new Command.AnswerCall(5, new KernelAnswer.Failed("Bad", "why")),
        new Event.KernelCalled(5, 3, new KernelRequest.Eval("1 + 1")),
        new Event.KernelCalled(5, 3, new KernelRequest.LineMagic("jars", List.of("a b"))),
        new Event.KernelCalled(5, 3, new KernelRequest.CellMagic("sh", List.of(), "ls\n")),
        new Event.CalledBack(5, new Event.VariableRead(Optional.of("v"))),
        new Event.MagicsOffered(List.of(new OfferedMagic("m", "does", true, false))),
        new Event.ProcessorTimeRead(-1),
        new Event.Ready(1),
        new Event.Output(3, StreamName.STDERR, "x\0ÿĀ\uDC00"),
        new Event.Output(3, StreamName.STDOUT, ""),
        new Event.Displayed(3, DATA, Optional.of("id"), true),
        new Event.Displayed(3, DATA, Optional.empty(), false),
        new Event.Cleared(3, true),
        new Event.InputRequested(3, "?", true),
        new Event.Comm(3, new CommMessage(CommMessage.Kind.OPEN, "id", "t", "{}", "[]", List.of())),
        new Event.CommHandled(-7),
        new Event.RunDone(3, new RunOutcome.Completed(Optional.empty())),
        new Event.RunDone(3, new RunOutcome.Completed(Optional.of(DATA))),
        new Event.RunDone(3, new RunOutcome.Threw(2, THROWN)),
        new Event.RunDone(3, new RunOutcome.Stopped(2)),
        new Event.Uncaught(7, "worker-1", THROWN),
        new Event.Redefined(Optional.of("no")),
        new Event.Done(Optional.empty()),
        new Event.VariableRead(Optional.of("v")));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void keepsMessage(Message message) throws Exception {
    assertEquals(message, roundTrip(message));
  }

  @Test
  void keepsOrderOfFormats() throws Exception {
    Event.Displayed back =
        (Event.Displayed) roundTrip(new Event.Displayed(1, DATA, Optional.empty(), false));
    assertEquals(List.copyOf(DATA.data().keySet()), List.copyOf(back.data().data().keySet()));
  }

  @Test
  void keepsClasses() throws Exception {
    ClassBytes given = new ClassBytes("A", new byte[] {1, -2, 3});
    Command.Redefine back = (Command.Redefine) roundTrip(new Command.Redefine(List.of(given)));
    assertEquals("A", back.classes().getFirst().name());
    assertArrayEquals(given.bytes(), back.classes().getFirst().bytes());
  }

  @Test
  void keepsBuffers() throws Exception {
    byte[] given = {1, -2, 3};
    CommMessage message =
        new CommMessage(
            CommMessage.Kind.MESSAGE, "id", "", "{}", "{}", List.of(given, new byte[0]));
    Command.Comm back = (Command.Comm) roundTrip(new Command.Comm(-1, message));
    assertArrayEquals(given, back.message().buffers().getFirst());
    assertEquals(0, back.message().buffers().getLast().length);
    assertEquals(2, back.message().buffers().size());
  }

  @Test
  void coversEveryKindOfMessage() {
    Set<Class<?>> missing = new HashSet<>();
    collectRecords(Message.class, missing);
    messages().forEach(message -> missing.remove(message.getClass()));
    missing.remove(Command.Redefine.class);
    assertEquals(Set.of(), missing);
  }

  private static void collectRecords(Class<?> type, Set<Class<?>> records) {
    if (type.isRecord()) {
      records.add(type);
    } else {
      for (Class<?> each : type.getPermittedSubclasses()) {
        collectRecords(each, records);
      }
    }
  }

  @Test
  void refusesFrameThatIsTooLarge() throws Exception {
    String text = "\u0100".repeat(30_000);
    FrameWriter out = new FrameWriter(100_000);
    assertThrows(
        FrameTooLargeException.class,
        () -> FrameCodec.encode(new Command.CopyVariable(text, text, ""), out));
    FrameCodec.encode(new Command.CopyVariable(text, "", ""), out);
  }

  @Test
  void refusesEveryPartOfAFrame() throws Exception {
    FrameWriter out = new FrameWriter(FrameCodec.MAX_FRAME);
    FrameCodec.encode(new Event.RunDone(3, new RunOutcome.Threw(2, THROWN)), out);
    for (int length = 1; length < out.size() - FrameCodec.HEADER; length++) {
      int cut = length;
      assertThrows(
          MalformedFrameException.class,
          () -> FrameCodec.decode(out.array(), FrameCodec.HEADER, cut));
    }
  }

  @Test
  void refusesUnknownTypesAndLengths() {
    assertThrows(MalformedFrameException.class, () -> FrameCodec.decode(new byte[] {0}, 0, 1));
    assertThrows(MalformedFrameException.class, () -> FrameCodec.decode(new byte[] {99}, 0, 1));
    assertThrows(MalformedFrameException.class, () -> FrameCodec.checkLength(-1));
    assertThrows(MalformedFrameException.class, () -> FrameCodec.checkLength(Integer.MAX_VALUE));
  }

  private static Message roundTrip(Message message) throws Exception {
    FrameWriter out = new FrameWriter(FrameCodec.MAX_FRAME);
    FrameCodec.encode(message, out);
    return FrameCodec.decode(out.array(), FrameCodec.HEADER, out.size() - FrameCodec.HEADER);
  }
}
