package dev.weft.front.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Completeness;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Completion.Candidate;
import dev.weft.front.interpreter.Inspection;
import dev.weft.front.interpreter.Interpreter;
import java.util.Map;

/** Answers questions about code; used by the shell thread alone. */
final class CodeHandler {

  private final InterpreterSlot slot;

  CodeHandler(InterpreterSlot slot) {
    this.slot = slot;
  }

  JsonObject complete(Ticket ticket) throws InterruptedException {
    Fields fields = ticket.request().fields();
    String code = fields.text("code");
    int cursor = cursor(fields, code);
    Completion completion = interpreter(ticket).complete(code, cursor);
    int start = CodePoints.toPosition(code, completion.start());
    int end = CodePoints.toPosition(code, completion.end());
    JsonObject content = Answer.ok();
    content.addProperty("cursor_start", start);
    content.addProperty("cursor_end", end);
    content.add(
        "matches", Json.strings(completion.candidates().stream().map(Candidate::text).toList()));
    content.add("metadata", types(completion, start, end));
    return content;
  }

  JsonObject inspect(Ticket ticket) throws InterruptedException {
    Fields fields = ticket.request().fields();
    String code = fields.text("code");
    int cursor = cursor(fields, code);
    boolean detailed = fields.number("detail_level").orElse(0) > 0;
    var found = interpreter(ticket).inspect(code, cursor, detailed);
    JsonObject content = Answer.ok();
    content.addProperty("found", found.isPresent());
    DisplayData nothing = new DisplayData(Map.of(), Map.of());
    return Json.withBundle(content, found.map(Inspection::data).orElse(nothing));
  }

  JsonObject isComplete(Ticket ticket) throws InterruptedException {
    String code = ticket.request().fields().text("code");
    return switch (interpreter(ticket).isComplete(code)) {
      case Completeness.Complete _ -> Answer.status("complete");
      case Completeness.Invalid _ -> Answer.status("invalid");
      case Completeness.Incomplete(String indent) -> {
        JsonObject content = Answer.status("incomplete");
        content.addProperty("indent", indent);
        yield content;
      }
    };
  }

  private Interpreter interpreter(Ticket ticket) throws InterruptedException {
    return slot.await(ticket).orElseThrow(() -> new IllegalStateException("The kernel ends."));
  }

  private static int cursor(Fields fields, String code) {
    int position = fields.number("cursor_pos").orElse(Integer.MAX_VALUE);
    return CodePoints.toIndex(code, position);
  }

  private static JsonObject types(Completion completion, int start, int end) {
    JsonArray types = new JsonArray();
    completion.candidates().forEach(each -> types.add(type(each, start, end)));
    JsonObject metadata = new JsonObject();
    metadata.add("_jupyter_types_experimental", types);
    if (completion.total() > completion.candidates().size()) {
      metadata.addProperty("weft_total", completion.total());
    }
    return metadata;
  }

  private static JsonObject type(Candidate candidate, int start, int end) {
    JsonObject type = new JsonObject();
    type.addProperty("text", candidate.text());
    type.addProperty("type", candidate.type());
    type.addProperty("start", start);
    type.addProperty("end", end);
    type.addProperty("signature", candidate.signature());
    if (!candidate.documentation().isEmpty()) {
      type.addProperty("documentation", candidate.documentation());
    }
    if (candidate.deprecated()) {
      type.addProperty("deprecated", true);
    }
    return type;
  }
}
