package dev.weft.front.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.weft.display.DisplayData;
import dev.weft.front.history.History;
import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.interpreter.CellResult.Failed;
import dev.weft.front.interpreter.CellResult.Interrupted;
import dev.weft.front.interpreter.CellResult.Ok;
import dev.weft.front.interpreter.CellResult.Unsuccessful;
import dev.weft.front.protocol.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs cells; used by the shell thread alone. */
final class ExecuteHandler implements Handler {

  private final RequestQueue queue;
  private final CellRunner runner;
  private final Publisher publisher;
  private final InputRequests inputRequests;
  private final History history;

  /** How many cells were counted so far; the next one is shown with one more. */
  private int counted;

  ExecuteHandler(
      RequestQueue queue,
      CellRunner runner,
      Publisher publisher,
      InputRequests inputRequests,
      History history) {
    this.queue = queue;
    this.runner = runner;
    this.publisher = publisher;
    this.inputRequests = inputRequests;
    this.history = history;
  }

  @Override
  public Optional<Answer> answer(Ticket ticket) throws InterruptedException {
    String started = Timestamp.now();
    JsonObject content = ticket.aborted() ? Answer.status("aborted") : executed(ticket);
    content.addProperty("execution_count", counted);
    content.add("payload", new JsonArray());
    if (!content.has("user_expressions")) {
      content.add("user_expressions", new JsonObject());
    }
    JsonObject metadata = new JsonObject();
    metadata.addProperty("started", started);
    metadata.add("status", content.get("status"));
    return Optional.of(new Answer(content, metadata, false));
  }

  private JsonObject executed(Ticket ticket) throws InterruptedException {
    try {
      return execute(ticket, ExecuteRequest.of(ticket.request().fields()));
    } catch (BadRequestException e) {
      return Answer.failure(e);
    }
  }

  private JsonObject execute(Ticket ticket, ExecuteRequest request) throws InterruptedException {
    Cell cell =
        new Cell(ticket.id(), counted + 1, request.code(), request.silent(), request.allowStdin());
    publisher.begin(cell.id(), Origin.of(ticket.request()));
    if (!request.silent()) {
      publisher.input(cell.id(), cell.code(), cell.executionCount());
    }
    if (cell.code().isBlank()) {
      return succeeded(ticket, request, cell);
    }
    if (request.storeHistory()) {
      counted++;
      history.addInput(cell.executionCount(), cell.code());
    }
    return switch (run(ticket, cell)) {
      case Ok(Optional<DisplayData> value) -> {
        value.ifPresent(data -> show(request, cell, data));
        yield succeeded(ticket, request, cell);
      }
      case Unsuccessful error -> failed(request, cell, error);
    };
  }

  private CellResult run(Ticket ticket, Cell cell) throws InterruptedException {
    if (cell.allowStdin()) {
      inputRequests.allow(cell.id(), Origin.of(ticket.request()));
    }
    try {
      return runner.execute(ticket, cell);
    } finally {
      inputRequests.forbid();
    }
  }

  private void show(ExecuteRequest request, Cell cell, DisplayData value) {
    if (request.silent()) {
      return;
    }
    publisher.result(cell.id(), value, cell.executionCount());
    String text = value.data().get(DisplayData.TEXT);
    if (request.storeHistory() && text != null) {
      history.addOutput(cell.executionCount(), text);
    }
  }

  private JsonObject failed(ExecuteRequest request, Cell cell, Unsuccessful error) {
    publisher.error(cell.id(), error);
    if (request.stopOnError() || error instanceof Interrupted) {
      queue.abortWaiting();
    }
    return Answer.error(error.errorName(), error.errorValue(), error.traceback());
  }

  private JsonObject succeeded(Ticket ticket, ExecuteRequest request, Cell cell)
      throws InterruptedException {
    JsonObject values = new JsonObject();
    for (Map.Entry<String, JsonElement> each : request.userExpressions().entrySet()) {
      values.add(each.getKey(), value(ticket, cell, each.getValue()));
    }
    JsonObject content = Answer.ok();
    content.add("user_expressions", values);
    return content;
  }

  private JsonObject value(Ticket ticket, Cell cell, JsonElement expression)
      throws InterruptedException {
    return switch (evaluated(ticket, cell, expression)) {
      case Ok(Optional<DisplayData> value) ->
          Json.withBundle(Answer.ok(), value.orElse(new DisplayData(Map.of(), Map.of())));
      case Unsuccessful error ->
          Answer.error(error.errorName(), error.errorValue(), error.traceback());
    };
  }

  private CellResult evaluated(Ticket ticket, Cell cell, JsonElement expression)
      throws InterruptedException {
    if (!(expression instanceof JsonPrimitive text && text.isString())) {
      String message = "An expression must be a string, not " + expression + ".";
      return new Failed("BadRequest", message, List.of(message));
    }
    return runner.evaluate(ticket, cell, text.getAsString());
  }
}
