package dev.weft.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what comes of one request, until it has been answered and the kernel is idle. */
final class Gathering {
  private final String requestId;
  private final List<WireMessage> published = new ArrayList<>();
  private Optional<WireMessage> reply = Optional.empty();
  private boolean idle;

  Gathering(String requestId) {
    this.requestId = requestId;
  }

  boolean concerns(WireMessage message) {
    return message.parentId().equals(requestId);
  }

  void answer(WireMessage message) {
    reply = Optional.of(message);
  }

  void publish(WireMessage message) {
    published.add(message);
    idle |= message.isStatus("idle");
  }

  boolean isDone() {
    return idle && reply.isPresent();
  }

  Execution execution() {
    return new Execution(reply.orElseThrow(), published);
  }

  @Override
  public String toString() {
    return published.stream().map(WireMessage::type).toList() + ", answered: " + reply.isPresent();
  }
}
