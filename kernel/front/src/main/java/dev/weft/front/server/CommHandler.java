package dev.weft.front.server;

import dev.weft.comm.CommMessage;
import dev.weft.comm.CommMessage.Kind;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.protocol.Message;
import java.util.Optional;

/**
 * Passes on what clients say on comms, and lists the comms; used by the thread {@code comm} alone.
 *
 * <p>A comm whose target nobody knows, or for which there is no worker, is closed.
 */
final class CommHandler implements Handler {

  private final InterpreterSlot slot;
  private final Publisher publisher;
  private final LiveComms live;

  CommHandler(InterpreterSlot slot, Publisher publisher, LiveComms live) {
    this.slot = slot;
    this.publisher = publisher;
    this.live = live;
  }

  /** Whether requests of that type are for this handler. */
  static boolean takes(String type) {
    return switch (type) {
      case "comm_open", "comm_msg", "comm_close", "comm_info_request" -> true;
      default -> false;
    };
  }

  @Override
  public Optional<Answer> answer(Ticket ticket) throws InterruptedException {
    Request request = ticket.request();
    if (request.type().equals("comm_info_request")) {
      return Optional.of(Answer.of(live.info(request.fields().optionalText("target_name"))));
    }
    pass(ticket, message(request));
    return Optional.empty();
  }

  private void pass(Ticket ticket, CommMessage message) throws InterruptedException {
    long number = -ticket.id();
    publisher.beginMessage(number, Origin.of(ticket.request()));
    Optional<Interpreter> interpreter = slot.await(ticket);
    live.note(message);
    boolean heard = interpreter.isPresent() && interpreter.get().comm(number, message);
    if (!heard && message.kind() == Kind.OPEN) {
      publisher.comm(number, CommMessage.close(message.commId()));
    }
  }

  private static CommMessage message(Request request) {
    Fields fields = request.fields();
    Message message = request.message();
    Kind kind = kind(request.type());
    return new CommMessage(
        kind,
        fields.text("comm_id"),
        kind == Kind.OPEN ? fields.text("target_name") : "",
        fields.object("data").toString(),
        message.metadata().toString(),
        message.buffers());
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "comm_open" -> Kind.OPEN;
      case "comm_close" -> Kind.CLOSE;
      default -> Kind.MESSAGE;
    };
  }
}
