package dev.weft.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import dev.weft.trace.TraceLog;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What timelines learn of calls. */
@Timeout(120)
class ManagerTraceIT {

  /** Takes its time. */
  interface Slow {
    int slow() throws InterruptedException;
  }

  private static Slow slow() {
    return () -> {
      TimeUnit.MILLISECONDS.sleep(50);
      return 1;
    };
  }

  /** What a thread is told to have waited for. */
  private static List<String> waits(SlowCall call) throws Exception {
    TraceLog log = Trace.start();
    try {
      call.run();
    } finally {
      Trace.stop(log);
    }
    return log.spans().stream()
        .filter(span -> span.activity() == Activity.CALL)
        .filter(span -> span.thread() == Thread.currentThread())
        .map(Span::name)
        .toList();
  }

  /** Something that is recorded. */
  private interface SlowCall {
    void run() throws Exception;
  }

  @Test
  void aCallThatWaitsIsToldInWhateverProcess() throws Exception {
    try (Manager manager = new Manager()) {
      Slow object = manager.share(Slow.class, slow());
      assertEquals(List.of("slow"), waits(object::slow));
      List<String> there = ChildProcess.start(() -> waits(object::slow)).result();
      assertEquals(List.of("slow"), there);
    }
  }

  @Test
  void aTakeFromAnEmptyQueueIsTold() throws Exception {
    try (Manager manager = new Manager()) {
      BlockingQueue<Integer> queue = manager.newQueue();
      List<String> told = waits(() -> queue.poll(50, TimeUnit.MILLISECONDS));
      assertTrue(told.contains("poll"), told::toString);
    }
  }
}
