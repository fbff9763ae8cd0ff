package dev.weft.front.server;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/** What the shell thread answers. */
final class ShellHandler implements Handler {

  private final CommonHandler common;
  private final ExecuteHandler execute;
  private final CodeHandler code;
  private final HistoryHandler history;
  private final Map<String, Integer> ports;

  ShellHandler(
      CommonHandler common,
      ExecuteHandler execute,
      CodeHandler code,
      HistoryHandler history,
      Map<String, Integer> ports) {
    this.common = common;
    this.execute = execute;
    this.code = code;
    this.history = history;
    this.ports = ports;
  }

  @Override
  public Optional<Answer> answer(Ticket ticket) throws InterruptedException {
    Request request = ticket.request();
    return switch (request.type()) {
      case "execute_request" -> execute.answer(ticket);
      case "complete_request" -> reply(code.complete(ticket));
      case "inspect_request" -> reply(code.inspect(ticket));
      case "is_complete_request" -> reply(code.isComplete(ticket));
      case "history_request" -> reply(history.answer(request.fields()));
      case "connect_request" -> reply(connection());
      default -> common.answer(ticket);
    };
  }

  private JsonObject connection() {
    JsonObject content = Answer.ok();
    ports.forEach(
        (name, port) -> {
          content.addProperty(name, port);
          content.addProperty(name + "_port", port);
        });
    return content;
  }

  private static Optional<Answer> reply(JsonObject content) {
    return Optional.of(Answer.of(content));
  }
}
