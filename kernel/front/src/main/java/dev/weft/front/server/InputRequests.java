package dev.weft.front.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.front.interpreter.InputAnswer;
import dev.weft.front.protocol.Message;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions that the running cell asks the person, one at a time.
 *
 * <p>Only a cell that runs and that may ask is let through; any other is refused, as is a question
 * that is still open when its cell ends. An answer to a question that is no longer open is dropped.
 * Safe for use by several threads.
 */
final class InputRequests {

  /** What terminal clients send for Control-D. */
  private static final String END_OF_TRANSMISSION = "\u0004";

  private static final InputAnswer ENDED =
      new InputAnswer.Refused("Only a running cell can ask for input, and this one has ended.");

  private final Messenger messenger;
  private final Consumer<InputAnswer> answers;
  private @Nullable Asker asker;
  private @Nullable String openRequest;

  private record Asker(long cell, Origin origin) {}

  /**
   * @param answers takes what comes of each question
   */
  InputRequests(Messenger messenger, Consumer<InputAnswer> answers) {
    this.messenger = messenger;
    this.answers = answers;
  }

  /** The cell may ask from now on. */
  synchronized void allow(long cell, Origin origin) {
    asker = new Asker(cell, origin);
  }

  /** No cell may ask; who has asked is told so. */
  void forbid() {
    boolean asked;
    synchronized (this) {
      asked = openRequest != null;
      asker = null;
      openRequest = null;
    }
    if (asked) {
      answers.accept(ENDED);
    }
  }

  void ask(long cell, String prompt, boolean password) {
    JsonObject content = new JsonObject();
    content.addProperty("prompt", prompt);
    content.addProperty("password", password);
    open(cell, content).ifPresentOrElse(messenger::ask, () -> answers.accept(ENDED));
  }

  /** Takes an input_reply. */
  void answered(Message reply) {
    if (closes(reply.parentHeader())) {
      answers.accept(answer(reply.content().get("value")));
    }
  }

  private static InputAnswer answer(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive given && !given.getAsString().equals(END_OF_TRANSMISSION)
        ? new InputAnswer.Line(given.getAsString())
        : new InputAnswer.End();
  }

  /** Notes the question before it is sent, so that its answer can't come too early. */
  private synchronized Optional<Message> open(long cell, JsonObject content) {
    if (asker == null || asker.cell() != cell) {
      return Optional.empty();
    }
    Message question = messenger.question(asker.origin(), content);
    openRequest = question.header().messageId();
    return Optional.of(question);
  }

  /** Clients name the question, its cell or nothing as the parent. */
  private synchronized boolean closes(JsonObject parent) {
    if (asker == null || openRequest == null) {
      return false;
    }
    JsonElement id = parent.get("msg_id");
    boolean fits =
        id == null
            || id.isJsonNull()
            || id.equals(new JsonPrimitive(openRequest))
            || id.equals(asker.origin().header().get("msg_id"));
    if (fits) {
      openRequest = null;
    }
    return fits;
  }
}
