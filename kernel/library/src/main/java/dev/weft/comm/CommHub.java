package dev.weft.comm;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** The open comms and the targets of one JVM. */
final class CommHub implements CommReceiver {

  private final CommChannel channel;
  private final Map<String, Comm> comms = new ConcurrentHashMap<>();
  private final Map<String, Target> targets = new ConcurrentHashMap<>();
  private final Soon soon;

  private record Target(Executor cell, BiConsumer<? super Comm, ? super CommData> opened) {}

  CommHub(CommChannel channel) {
    this(channel, Duration.ofMillis(50));
  }

  /** Puts off by so much what {@link #soon} takes. */
  CommHub(CommChannel channel, Duration tick) {
    this.channel = channel;
    soon = new Soon(channel, tick);
  }

  CommChannel channel() {
    return channel;
  }

  Comm open(String target, CommData data) {
    String id = UUID.randomUUID().toString().replace("-", "");
    Comm comm = new Comm(this, id, target);
    CommMessage opening = message(CommMessage.Kind.OPEN, comm, data);
    comms.put(id, comm);
    channel.send(opening);
    return comm;
  }

  void register(String target, BiConsumer<? super Comm, ? super CommData> opened) {
    targets.put(target, new Target(channel.forThisCell(), opened));
  }

  void unregister(String target) {
    targets.remove(target);
  }

  void soon(Runnable task) {
    soon.add(task);
  }

  void send(Comm comm, CommData data) {
    channel.send(message(CommMessage.Kind.MESSAGE, comm, data));
  }

  void close(Comm comm, CommData data) {
    CommMessage closing = message(CommMessage.Kind.CLOSE, comm, data);
    comms.remove(comm.id());
    channel.send(closing);
  }

  private static CommMessage message(CommMessage.Kind kind, Comm comm, CommData said) {
    return new CommMessage(
        kind,
        comm.id(),
        kind == CommMessage.Kind.OPEN ? comm.target() : "",
        Json.write(said.data()),
        Json.write(said.metadata()),
        said.buffers());
  }

  @Override
  public void received(CommMessage message) {
    CommData said =
        new CommData(
            Json.readObject(message.data()),
            Json.readObject(message.metadata()),
            message.buffers());
    Comm comm = comms.get(message.commId());
    if (message.kind() == CommMessage.Kind.OPEN) {
      opened(message, said);
    } else if (comm != null && message.kind() == CommMessage.Kind.CLOSE) {
      comms.remove(comm.id());
      comm.closed(said);
    } else if (comm != null) {
      comm.received(said);
    }
  }

  private void opened(CommMessage message, CommData said) {
    Target target = targets.get(message.target());
    if (target == null) {
      channel.send(CommMessage.close(message.commId()));
      return;
    }
    Comm comm = new Comm(this, message.commId(), message.target());
    comms.put(comm.id(), comm);
    target.cell().execute(() -> target.opened().accept(comm, said));
  }

  @Override
  public void flush() {
    soon.flush();
  }
}
