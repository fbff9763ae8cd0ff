package dev.weft.front.remote;

import dev.weft.link.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the kernel by a worker's threads, and the replies to what is done for them; to be used
 * under the lock of the conversation.
 */
final class CallDesk {

  private final Queue<Event.KernelCalled> calls = new ArrayDeque<>();
  private final Map<Long, Event.Reply> replies = new HashMap<>();
  private boolean open;

  /** Takes calls from now on, as code of a cell runs. */
  void open() {
    open = true;
  }

  /** Takes no calls from now on; returns those that nobody has looked at. */
  List<Event.KernelCalled> close() {
    open = false;
    List<Event.KernelCalled> left = new ArrayList<>(calls);
    calls.clear();
    return left;
  }

  /** Keeps a call for the thread that runs cells; returns whether that will look at it. */
  boolean take(Event.KernelCalled call) {
    if (open) {
      calls.add(call);
    }
    return open;
  }

  boolean hasCall() {
    return !calls.isEmpty();
  }

  Event.@Nullable KernelCalled nextCall() {
    return calls.poll();
  }

  void put(long call, Event.Reply reply) {
    replies.put(call, reply);
  }

  boolean hasReply(long call) {
    return replies.containsKey(call);
  }

  Event.@Nullable Reply takeReply(long call) {
    return replies.remove(call);
  }
}
