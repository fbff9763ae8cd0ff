package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.front.log.Log;
import java.util.Optional;

/** What is answered on shell and on control alike. */
final class CommonHandler implements Handler {

  private static final Log LOG = Log.standardError();

  private final String version;
  private final Shutdown shutdown;

  CommonHandler(String version, Shutdown shutdown) {
    this.version = version;
    this.shutdown = shutdown;
  }

  @Override
  public Optional<Answer> answer(Ticket ticket) {
    Request request = ticket.request();
    return switch (request.type()) {
      case "kernel_info_request" -> Optional.of(Answer.of(KernelInfo.answer(version)));
      case "shutdown_request" -> Optional.of(shutdown(request.fields().flag("restart", false)));
      default -> {
        LOG.warn(
            "A message of type %s on %s is not known and was ignored."
                .formatted(request.type(), request.channel()));
        yield Optional.empty();
      }
    };
  }

  private Answer shutdown(boolean restart) {
    shutdown.request(restart);
    JsonObject content = Answer.ok();
    content.addProperty("restart", restart);
    return new Answer(content, new JsonObject(), true);
  }
}
