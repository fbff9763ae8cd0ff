package dev.weft.comm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Tasks that are put off a little, so that many of one kind become one. */
final class Soon {

  private final CommChannel channel;
  private final Duration tick;

  /** Guarded by this, as is the next. */
  private Map<Runnable, Executor> tasks = new LinkedHashMap<>();

  private boolean started;

  /** Puts tasks off by so much. */
  Soon(CommChannel channel, Duration tick) {
    this.channel = channel;
    this.tick = tick;
  }

  synchronized void add(Runnable task) {
    tasks.putIfAbsent(task, channel.forThisCell());
    if (!started) {
      started = true;
      Thread.ofPlatform()
          .daemon()
          .name("comm-updates")
          .inheritInheritableThreadLocals(false)
          .start(this::runAll);
    }
    notifyAll();
  }

  private void runAll() {
    try {
      while (true) {
        awaitTask();
        Thread.sleep(tick);
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitTask() throws InterruptedException {
    while (tasks.isEmpty()) {
      wait();
    }
  }

  void flush() {
    for (Map.Entry<Runnable, Executor> each : take()) {
      each.getValue().execute(each.getKey());
    }
  }

  private synchronized List<Map.Entry<Runnable, Executor>> take() {
    List<Map.Entry<Runnable, Executor>> taken = new ArrayList<>(tasks.entrySet());
    tasks = new LinkedHashMap<>();
    return taken;
  }
}
