package dev.weft.front.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.MessageSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Stands for the sockets: keeps what is sent, and lets tests wait for it. */
final class RecordingSink implements MessageSink {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final List<Sent> sent = new ArrayList<>();
  private volatile Consumer<Sent> hook = _ -> {};

  /** A message, and the thread that sent it. */
  record Sent(Channel channel, Message message, String thread) {

    String type() {
      return message.header().messageType();
    }

    JsonObject content() {
      return message.content();
    }

    String text(String field) {
      return content().get(field).getAsString();
    }

    String parentId() {
      JsonElement id = message.parentHeader().get("msg_id");
      return id == null ? "" : id.getAsString();
    }

    boolean isStatus(String state) {
      return type().equals("status") && text("execution_state").equals(state);
    }
  }

  @Override
  public void send(Channel channel, Message message) {
    Sent one = new Sent(channel, message, Thread.currentThread().getName());
    synchronized (this) {
      sent.add(one);
      notifyAll();
    }
    hook.accept(one);
  }

  /** Runs for every message from now on, on the thread that sends it, after it was recorded. */
  void onSend(Consumer<Sent> action) {
    hook = action;
  }

  synchronized List<Sent> all() {
    return List.copyOf(sent);
  }

  synchronized List<Sent> answers(String parentId) {
    return sent.stream().filter(one -> one.parentId().equals(parentId)).toList();
  }

  /** Waits for the first message that fits. */
  synchronized Sent await(Predicate<Sent> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    Optional<Sent> found = find(wanted);
    while (found.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("not among " + sent);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
      found = find(wanted);
    }
    return found.get();
  }

  private Optional<Sent> find(Predicate<Sent> wanted) {
    return sent.stream().filter(wanted).findFirst();
  }
}
