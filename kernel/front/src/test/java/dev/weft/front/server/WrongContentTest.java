package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.front.protocol.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongContentTest {

  @TempDir Path state;
  private TestKernel kernel;

  @BeforeEach
  void start() {
    kernel = new TestKernel(state);
  }

  @AfterEach
  void end() {
    kernel.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "execute_request | {}",
        "execute_request | {code: 5}",
        "execute_request | {code: null}",
        "execute_request | {code: 'x', silent: 'yes'}",
        "execute_request | {code: 'x', store_history: 1}",
        "execute_request | {code: 'x', user_expressions: 'x'}",
        "execute_request | {code: 'x', allow_stdin: []}",
        "execute_request | {code: 'x', stop_on_error: {}}",
        "complete_request | {}",
        "complete_request | {code: [], cursor_pos: 0}",
        "complete_request | {code: 'x', cursor_pos: '0'}",
        "inspect_request | {code: true}",
        "inspect_request | {code: 'x', detail_level: 'much'}",
        "is_complete_request | {code: 1}",
        "history_request | {}",
        "history_request | {hist_access_type: 'other'}",
        "history_request | {hist_access_type: 'tail', n: 'three'}",
        "history_request | {hist_access_type: 'tail', raw: 3}",
        "history_request | {hist_access_type: 'range', session: {}}",
        "history_request | {hist_access_type: 'search', pattern: 3}",
        "shutdown_request | {restart: 'maybe'}"
      })
  void isAnsweredWithAnErrorThatSaysWhat(String type, String content) throws Exception {
    JsonObject reply = kernel.ask(Channel.SHELL, type, content);
    assertEquals("error", reply.get("status").getAsString());
    assertEquals("BadRequest", reply.get("ename").getAsString());
    assertTrue(reply.get("evalue").getAsString().startsWith(type + ": "), reply.toString());
    assertEquals(type.equals("execute_request"), reply.has("execution_count"));
    assertEquals("ok", kernel.run("value 1").get("status").getAsString());
  }

  @Test
  void whateverComesIsAnswered() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("WrongContentTest seed " + seed);
    Random random = new Random(seed);
    List<String> types =
        List.of(
            "execute_request",
            "complete_request",
            "inspect_request",
            "is_complete_request",
            "history_request",
            "comm_info_request",
            "comm_open",
            "connect_request",
            "kernel_info_request",
            "usage_request",
            "debug_request",
            "interrupt_request");
    for (int round = 0; round < 1500; round++) {
      String type = types.get(random.nextInt(types.size()));
      boolean shell = random.nextBoolean();
      JsonObject content = content(random);
      kernel.awaitIdle(
          kernel.send(shell ? Channel.SHELL : Channel.CONTROL, type, content),
          () -> "seed " + seed + ": " + type + " " + content);
    }
    assertEquals("ok", kernel.run("value 1").get("status").getAsString());
    assertEquals(
        "ok", kernel.ask(Channel.CONTROL, "kernel_info_request", "{}").get("status").getAsString());
  }

  private static JsonObject content(Random random) {
    List<String> names =
        List.of(
            "code",
            "silent",
            "store_history",
            "user_expressions",
            "cursor_pos",
            "detail_level",
            "hist_access_type",
            "n",
            "session",
            "start",
            "stop",
            "pattern",
            "unique",
            "output",
            "comm_id",
            "target_name",
            "seq",
            "command",
            "stop_on_error",
            "allow_stdin");
    JsonObject content = new JsonObject();
    for (int field = random.nextInt(8); field > 0; field--) {
      content.add(names.get(random.nextInt(names.size())), value(random));
    }
    return content;
  }

  private static JsonElement value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextInt());
      case 2 -> new JsonPrimitive(random.nextGaussian() * 1e300);
      case 3 -> new JsonPrimitive(random.nextBoolean());
      case 4 -> new JsonArray();
      case 5 -> new JsonObject();
      case 6 -> new JsonPrimitive(List.of("tail", "range", "search").get(random.nextInt(3)));
      case 7 -> new JsonPrimitive("[a-\ud83d[!]*?\\Q");
      default -> new JsonPrimitive("value \ud83d\ude00");
    };
  }
}
