package dev.weft.widget;

import dev.weft.comm.Comm;
import dev.weft.comm.CommData;
import dev.weft.comm.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of a widget, which this side and the clients keep alike.
 *
 * <p>The comm is opened when the widget is first shown; from then on each change is sent, at most
 * every 50 ms and the last in any case. A change that comes from a client is echoed, so that others
 * follow. Safe for use by several threads; listeners are called without a lock.
 */
final class Model {

  private static final long PACE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Map<String, Object> VERSION = Map.of("version", "2.1.0");
  private static final String TARGET = "jupyter.widget";

  private final Runnable sender = this::sendUnsent;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Map<?, ?>>> custom = new CopyOnWriteArrayList<>();

  // Guarded by this.
  private final Map<String, @Nullable Object> state;
  private final Map<String, @Nullable Object> unsent = new LinkedHashMap<>();
  private @Nullable Comm comm;
  private boolean closed;
  private long lastSent = System.nanoTime() - PACE;

  /** Is told what a client has changed. */
  interface Listener {
    void changed(Map<String, @Nullable Object> values);
  }

  Model(ModelType type) {
    state = type.state();
  }

  /** Calls the listener when a client has changed the state. */
  void onChange(Listener listener) {
    listeners.add(listener);
  }

  /** Calls the listener with what a client says apart from the state. */
  void onCustom(Consumer<Map<?, ?>> listener) {
    custom.add(listener);
  }

  synchronized @Nullable Object get(String name) {
    return state.get(name);
  }

  /** Sets a value: of the kinds that JSON knows, or a model, or a list of these. */
  synchronized void set(String name, @Nullable Object value) {
    boolean same = state.containsKey(name) && isSame(state.get(name), value);
    state.put(name, value);
    if (comm != null && !same) {
      unsent.put(name, value);
      if (System.nanoTime() - lastSent > PACE) {
        sendUnsent();
      } else {
        Comms.soon(sender);
      }
    }
  }

  /** A client's 5 is a {@code Long}, also where a {@code Double} is meant. */
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return (one instanceof Number number && other instanceof Number second)
        ? number.doubleValue() == second.doubleValue()
        : Objects.equals(one, other);
  }

  private synchronized void sendUnsent() {
    if (comm != null && !unsent.isEmpty()) {
      lastSent = System.nanoTime();
      Map<String, @Nullable Object> values = wire(unsent);
      unsent.clear();
      say("update", values);
    }
  }

  private void say(String method, Map<String, @Nullable Object> values) {
    Objects.requireNonNull(comm)
        .send(Map.of("method", method, "state", values, "buffer_paths", List.of()));
  }

  /**
   * Makes the model known to clients, and before it the models that it names.
   *
   * @return the id by which clients know it
   * @throws IllegalStateException if it is closed
   */
  synchronized String open() {
    if (closed) {
      throw new IllegalStateException("The widget is closed.");
    }
    if (comm == null) {
      Map<String, Object> opening = Map.of("state", wire(state), "buffer_paths", List.of());
      comm = Comms.open(TARGET, CommData.of(opening).withMetadata(VERSION));
      OpenModels.INSTANCE.add(comm.id(), this);
      comm.onMessage(this::received);
      comm.onClose(said -> close());
    }
    return comm.id();
  }

  synchronized void close() {
    closed = true;
    if (comm != null) {
      OpenModels.INSTANCE.remove(comm.id());
      comm.close();
      comm = null;
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Returns the whole state as clients want it. */
  synchronized Map<String, @Nullable Object> wireState() {
    return wire(state);
  }

  private static Map<String, @Nullable Object> wire(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> wire = new LinkedHashMap<>();
    values.forEach((name, value) -> wire.put(name, wire(value)));
    return wire;
  }

  /** A model goes by its name; it must be known before its name is used. */
  private static @Nullable Object wire(@Nullable Object value) {
    if (value instanceof Model model) {
      return "IPY_MODEL_" + model.open();
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> all = new ArrayList<>();
      for (Object each : list) {
        if (!(each instanceof Model model && model.isClosed())) {
          all.add(wire(each));
        }
      }
      return all;
    }
    return value;
  }

  private void received(CommData said) {
    Map<String, @Nullable Object> data = said.data();
    switch (String.valueOf(data.get("method"))) {
      case "update" -> update(data.get("state"));
      case "request_state" -> sendAll();
      case "custom" -> {
        if (data.get("content") instanceof Map<?, ?> content) {
          custom.forEach(listener -> listener.accept(content));
        }
      }
      default -> {}
    }
  }

  private synchronized void sendAll() {
    if (comm != null) {
      unsent.clear();
      say("update", wire(state));
    }
  }

  private void update(@Nullable Object given) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    synchronized (this) {
      if (comm == null) {
        return;
      }
      say("echo_update", values);
      state.putAll(values);
      unsent.keySet().removeAll(values.keySet());
    }
    listeners.forEach(listener -> listener.changed(values));
  }
}
