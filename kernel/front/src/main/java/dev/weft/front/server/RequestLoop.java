package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.front.log.Log;
import dev.weft.front.protocol.Channel;
import java.util.Optional;

/** Answers the requests of one queue, one by one: busy, the handler's output, reply, idle. */
final class RequestLoop implements Runnable {

  private static final Log LOG = Log.standardError();

  private final RequestQueue queue;
  private final Handler handler;
  private final Messenger messenger;
  private final Publisher publisher;
  private final Shutdown shutdown;

  RequestLoop(
      RequestQueue queue,
      Handler handler,
      Messenger messenger,
      Publisher publisher,
      Shutdown shutdown) {
    this.queue = queue;
    this.handler = handler;
    this.messenger = messenger;
    this.publisher = publisher;
    this.shutdown = shutdown;
  }

  @Override
  public void run() {
    try {
      Optional<Ticket> ticket = queue.take();
      while (ticket.isPresent() && !shutdown.requested()) {
        serve(ticket.get());
        ticket = shutdown.requested() ? Optional.empty() : queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Ticket ticket) throws InterruptedException {
    Request request = ticket.request();
    if (request.channel() == Channel.STDIN) {
      answer(ticket);
      return;
    }
    publisher.status(request.rawHeader(), "busy");
    answer(ticket).ifPresent(answer -> send(request, answer));
    publisher.status(request.rawHeader(), "idle");
    if (request.type().equals("shutdown_request") && shutdown.requested()) {
      messenger.close();
      shutdown.complete();
    }
  }

  private Optional<Answer> answer(Ticket ticket) throws InterruptedException {
    try {
      return handler.answer(ticket);
    } catch (InterruptedException e) {
      throw e;
    } catch (BadRequestException | StartFailedException e) {
      LOG.warn(ticket.request().type() + " was refused: " + e);
      return errorReply(ticket.request(), e);
    } catch (Throwable e) {
      LOG.fault(ticket.request().type() + " could not be answered.", e);
      return errorReply(ticket.request(), e);
    }
  }

  private static Optional<Answer> errorReply(Request request, Throwable thrown) {
    boolean replies = request.type().endsWith("_request");
    return replies ? Optional.of(Answer.of(Answer.failure(thrown))) : Optional.empty();
  }

  private void send(Request request, Answer answer) {
    JsonObject content = answer.content();
    messenger.reply(request, request.replyType(), content, answer.metadata());
    if (answer.broadcast()) {
      messenger.publish(request.rawHeader(), request.replyType(), content.deepCopy());
    }
  }
}
