package dev.weft.front.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.server.RecordingSink.Sent;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdinTest {

  private static final String ALLOWED = "allow_stdin: true";

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

  @Test
  void asksTheClientThatSentTheCell() throws Exception {
    String id = kernel.execute("ask your name", ALLOWED);
    Sent question = kernel.published(id, "input_request");
    assertEquals(Channel.STDIN, question.channel());
    assertArrayEquals(TestKernel.IDENTITY, question.message().identities().getFirst());
    assertEquals("your name", question.text("prompt"));
    assertFalse(question.content().get("password").getAsBoolean());
    answer("{value: 'Ada'}", question.message().header().messageId());
    assertEquals("Ada", value(id));
  }

  @Test
  void asksForAPassword() throws Exception {
    String id = kernel.execute("ask password", ALLOWED);
    assertTrue(kernel.published(id, "input_request").content().get("password").getAsBoolean());
    answer("{value: 'secret'}", null);
    assertEquals("secret", value(id));
  }

  @Test
  void withoutPermissionThereIsNoInput() throws Exception {
    String id = kernel.execute("ask x");
    assertTrue(value(id).contains("Only a running cell"));
    assertTrue(kernel.sink.all().stream().noneMatch(one -> one.channel() == Channel.STDIN));
  }

  @Test
  void answerWithoutAValueIsTheEndOfInput() throws Exception {
    String id = kernel.execute("ask x", ALLOWED);
    kernel.published(id, "input_request");
    answer("{status: 'error'}", null);
    assertEquals("end of input", value(id));
  }

  @Test
  void controlDAtATerminalIsTheEndOfInput() throws Exception {
    String id = kernel.execute("ask x", ALLOWED);
    kernel.published(id, "input_request");
    answer("{value: '\\u0004'}", null);
    assertEquals("end of input", value(id));
  }

  @Test
  void staleAnswersAreIgnored() throws Exception {
    answer("{value: 'nobody asked'}", null);
    String first = kernel.execute("ask one", ALLOWED);
    String oldQuestion = kernel.published(first, "input_request").message().header().messageId();
    kernel.interrupt();
    assertEquals("Interrupted", kernel.reply(first).get("ename").getAsString());
    answer("{value: 'too late'}", oldQuestion);
    String second = kernel.execute("ask two", ALLOWED);
    kernel.published(second, "input_request");
    answer("{value: 'still too late'}", oldQuestion);
    answer("{value: 'right'}", second);
    assertEquals("right", value(second));
  }

  @Test
  void answersOfWrongShapeDoNoHarm() throws Exception {
    String id = kernel.execute("ask one", ALLOWED);
    kernel.published(id, "input_request");
    kernel.send(Channel.STDIN, "input_reply", TestKernel.json("{value: {}}"), "another");
    kernel.send(Channel.STDIN, "execute_request", new JsonObject());
    answer("{value: 5}", null);
    assertEquals("5", value(id));
  }

  private void answer(String content, @Nullable String question) {
    kernel.send(Channel.STDIN, "input_reply", TestKernel.json(content), question);
  }

  private String value(String id) throws Exception {
    JsonObject content = kernel.published(id, "execute_result").content();
    return content.getAsJsonObject("data").get("text/plain").getAsString();
  }
}
