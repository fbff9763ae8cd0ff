package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that are not what they should be, to a kernel that must go on answering. */
@Timeout(300)
class BadMessagesIT {

  @TempDir static Path folder;
  private static RealKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
  }

  private enum Flaw {
    WRONG_SIGNATURE,
    SHORT_SIGNATURE,
    EMPTY_SIGNATURE,
    CHANGED_AFTER_SIGNING,
    NO_DELIMITER,
    MISSING_FRAMES,
    DELIMITER_ALONE,
    EMPTY_FRAME,
    GARBAGE
  }

  /** Spoils the frames of a good message: delimiter, signature, four parts. */
  private static List<byte[]> spoil(Flaw flaw, List<byte[]> frames) {
    return switch (flaw) {
      case WRONG_SIGNATURE -> with(frames, 1, "0".repeat(64));
      case SHORT_SIGNATURE -> with(frames, 1, "00");
      case EMPTY_SIGNATURE -> with(frames, 1, "");
      case CHANGED_AFTER_SIGNING -> with(frames, 5, "{\"changed\": true}");
      case NO_DELIMITER -> frames.subList(1, frames.size());
      case MISSING_FRAMES -> frames.subList(0, 4);
      case DELIMITER_ALONE -> frames.subList(0, 1);
      case EMPTY_FRAME -> List.of(new byte[0]);
      case GARBAGE -> garbage();
    };
  }

  private static List<byte[]> with(List<byte[]> frames, int index, String text) {
    List<byte[]> changed = new ArrayList<>(frames);
    changed.set(index, text.getBytes(StandardCharsets.UTF_8));
    return changed;
  }

  private static List<byte[]> garbage() {
    Random random = new Random(7);
    List<byte[]> frames = new ArrayList<>();
    for (int size : List.of(0, 1, 100, 100_000, 3, 9, 5)) {
      byte[] frame = new byte[size];
      random.nextBytes(frame);
      frames.add(frame);
    }
    return frames;
  }

  static Stream<Arguments> flaws() {
    return Stream.of(ClientChannel.SHELL, ClientChannel.CONTROL, ClientChannel.STDIN)
        .flatMap(channel -> Stream.of(Flaw.values()).map(flaw -> Arguments.of(channel, flaw)));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void framesThatAreNoMessage(ClientChannel channel, Flaw flaw) {
    WireMessage request = kernel.client.message("kernel_info_request", new JsonObject());
    kernel.client.sendFrames(channel, spoil(flaw, kernel.client.frames(request)));
    assertStillAnswering(channel);
  }

  /** Good requests on all channels are answered, and nothing else on the one that was abused. */
  private static void assertStillAnswering(ClientChannel channel) {
    kernel.ask(ClientChannel.CONTROL, "kernel_info_request", "{}");
    kernel.ask(ClientChannel.SHELL, "kernel_info_request", "{}");
    assertNull(kernel.client.poll(channel, Duration.ZERO));
    kernel.client.answerInputWith(prompt -> "z");
    assertEquals("122", kernel.value("int c = System.in.read(); System.in.read(); c"));
  }

  static Stream<Arguments> headers() {
    return Stream.of(ClientChannel.SHELL, ClientChannel.CONTROL, ClientChannel.STDIN)
        .flatMap(
            channel ->
                Stream.of(
                        "{}",
                        "{'msg_id': 5, 'msg_type': 'kernel_info_request'}",
                        "{'msg_id': 'a', 'msg_type': ['kernel_info_request']}",
                        "{'msg_id': null, 'msg_type': null}",
                        "{'msg_id': 'b', 'msg_type': 'kernel_info_request', 'session': {}}")
                    .map(header -> Arguments.of(channel, header)));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void headersOfWrongTypes(ClientChannel channel, String header) {
    JsonObject none = new JsonObject();
    kernel.client.send(
        channel, new WireMessage(List.of(), RealKernel.json(header), none, none, none, List.of()));
    assertStillAnswering(channel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          execute_request     | {}
          execute_request     | {'code': 5}
          execute_request     | {'code': ['1 + 1']}
          execute_request     | {'code': '1', 'silent': 'yes'}
          execute_request     | {'code': '1', 'user_expressions': 'x'}
          complete_request    | {'code': 'abc'}
          complete_request    | {'code': 'abc', 'cursor_pos': 'end'}
          inspect_request     | {'cursor_pos': 1}
          is_complete_request | {'code': null}
          history_request     | {'hist_access_type': 'all'}
          history_request     | {'hist_access_type': 'tail', 'n': {}}
          """)
  void contentOfWrongTypesIsAnsweredOrTolerated(String type, String content) {
    JsonObject reply = kernel.ask(ClientChannel.SHELL, type, content);
    assertTrue(reply.has("status"), reply.toString());
    assertFalse(reply.toString().contains("\\tat "), reply.toString());
    assertStillAnswering(ClientChannel.SHELL);
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "100", "2147483647", "-9223372036854775808", "1e300", "1.5"})
  void cursorsOutsideOfTheCode(String cursor) {
    String content = "{'code': 'Str😀', 'cursor_pos': " + cursor + "}";
    for (String type : List.of("complete_request", "inspect_request")) {
      assertTrue(kernel.ask(ClientChannel.SHELL, type, content).has("status"));
    }
    assertStillAnswering(ClientChannel.SHELL);
  }

  @ParameterizedTest
  @CsvSource({"SHELL, comm_open", "SHELL, comm_msg", "CONTROL, shutdown_reply"})
  void messagesWithoutReplyNeedNoContent(ClientChannel channel, String type) {
    kernel.client.send(channel, kernel.client.message(type, new JsonObject()));
    assertStillAnswering(channel);
  }

  @Test
  void shutdownAndInterruptOfWrongTypesEndNothing() {
    JsonObject reply =
        kernel.ask(ClientChannel.CONTROL, "shutdown_request", "{'restart': 'perhaps'}");
    assertEquals("error", reply.get("status").getAsString());
    kernel.ask(ClientChannel.CONTROL, "interrupt_request", "{'whom': 7}");
    assertStillAnswering(ClientChannel.CONTROL);
  }

  @Test
  void inputThatNobodyAskedForIsDropped() {
    JsonObject content = new JsonObject();
    content.add("value", new JsonPrimitive("unasked"));
    kernel.client.send(ClientChannel.STDIN, kernel.client.message("input_reply", content));
    kernel.client.send(ClientChannel.STDIN, kernel.client.message("input_reply", new JsonObject()));
    assertStillAnswering(ClientChannel.STDIN);
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL"})
  void aReplayIsNotAnswered(ClientChannel channel) {
    WireMessage request = kernel.client.message("kernel_info_request", new JsonObject());
    List<byte[]> frames = kernel.client.frames(request);
    kernel.client.sendFrames(channel, frames);
    kernel.client.await(channel, request.id());
    kernel.client.sendFrames(channel, frames);
    assertStillAnswering(channel);
  }

  @Test
  void bytesThatAreNotZeroMq() throws IOException {
    ConnectionFile file = kernel.process.connection();
    for (int port :
        List.of(
            file.shellPort(),
            file.controlPort(),
            file.stdinPort(),
            file.iopubPort(),
            file.heartbeatPort())) {
      try (Socket socket = new Socket(file.ip(), port);
          OutputStream out = socket.getOutputStream()) {
        out.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(garbage().get(2));
      }
    }
    assertStillAnswering(ClientChannel.SHELL);
    kernel.client.beat(new byte[] {1});
  }

  @AfterAll
  static void end() throws IOException {
    kernel.close();
    String log = kernel.process.output();
    assertTrue(log.contains("wrong signature"), log);
    assertFalse(log.contains(RealKernel.KEY), log);
    assertFalse(log.contains("\tat "), log);
  }
}
