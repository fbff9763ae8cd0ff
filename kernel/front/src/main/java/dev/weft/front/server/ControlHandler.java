package dev.weft.front.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the control thread answers, while a cell may be running. */
final class ControlHandler implements Handler {

  private final CommonHandler common;
  private final RequestQueue shellQueue;
  private final InterpreterSlot slot;
  private final InputRequests inputRequests;
  private final Usage usage;

  ControlHandler(
      CommonHandler common,
      RequestQueue shellQueue,
      InterpreterSlot slot,
      InputRequests inputRequests,
      Usage usage) {
    this.common = common;
    this.shellQueue = shellQueue;
    this.slot = slot;
    this.inputRequests = inputRequests;
    this.usage = usage;
  }

  @Override
  public Optional<Answer> answer(Ticket ticket) {
    Request request = ticket.request();
    return request.channel() == Channel.STDIN ? input(ticket) : control(ticket);
  }

  private Optional<Answer> control(Ticket ticket) {
    Request request = ticket.request();
    return switch (request.type()) {
      case "interrupt_request" -> {
        shellQueue.interrupt().ifPresent(slot::interrupt);
        slot.interruptComm();
        yield Optional.of(Answer.of(Answer.ok()));
      }
      case "usage_request" -> Optional.of(Answer.of(usage.answer(slot.processIds())));
      case "debug_request" -> Optional.of(Answer.of(noDebugger(request.message().content())));
      default -> common.answer(ticket);
    };
  }

  private Optional<Answer> input(Ticket ticket) {
    Request request = ticket.request();
    if (request.type().equals("input_reply")) {
      inputRequests.answered(request.message());
      return Optional.empty();
    }
    return common.answer(ticket);
  }

  /** A failed response of the Debug Adapter Protocol. */
  private static JsonObject noDebugger(JsonObject request) {
    JsonObject content = new JsonObject();
    content.addProperty("type", "response");
    content.add("request_seq", orNull(request.get("seq")));
    content.addProperty("success", false);
    content.add("command", orNull(request.get("command")));
    content.addProperty("message", "This kernel has no debugger.");
    return content;
  }

  private static JsonElement orNull(@Nullable JsonElement value) {
    return value == null ? JsonNull.INSTANCE : value;
  }
}
