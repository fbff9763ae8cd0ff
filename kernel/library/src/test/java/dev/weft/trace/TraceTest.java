package dev.weft.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

  @Test
  void nothingIsToldWhileNobodyRecords() {
    assertFalse(Trace.isOn());
    Span span = Trace.begin(Activity.LOCK_WAIT, "a");
    assertSame(Span.NONE, span);
    span.end();
    assertTrue(span.isOpen());
  }

  @Test
  void spansHaveNameThreadAndTimes() throws Exception {
    TraceLog log = Trace.start();
    long before = System.nanoTime();
    try {
      Span task = Trace.begin(Activity.TASK, "one");
      Thread other = Thread.ofPlatform().start(task::end);
      other.join();
    } finally {
      Trace.stop(log);
    }
    Span span = log.spans().getFirst();
    assertEquals("one", span.name());
    assertSame(Thread.currentThread(), span.thread());
    assertFalse(span.isOpen());
    assertTrue(span.start() >= before && span.end(0) >= span.start());
    assertSame(Span.NONE, Trace.begin(Activity.TASK, "after"));
  }

  @Test
  void whatGoesOnIsThereUntilItEnds() {
    TraceLog log = Trace.start();
    Span held = Trace.begin(Activity.LOCK_HELD, "lock", "nobody");
    assertEquals(List.of(held), log.spans());
    assertEquals(7, held.end(7));
    Trace.stop(log);
    held.end();
    held.end();
    assertEquals(1, log.spans().size() + log.shorter());
  }

  @Test
  void shortWaitsAreCounted() {
    TraceLog log = Trace.start();
    try {
      for (int i = 0; i < 100; i++) {
        Trace.begin(Activity.LOCK_HELD, "lock").end();
        Trace.begin(Activity.TASK, "task").end();
      }
    } finally {
      Trace.stop(log);
    }
    long tasks = log.spans().stream().filter(s -> s.activity() == Activity.TASK).count();
    assertEquals(100, tasks);
    assertEquals(200, log.spans().size() + log.shorter());
  }

  @Test
  void recordingsThatOverlapShareTheLog() {
    TraceLog first = Trace.start();
    TraceLog second = Trace.start();
    assertSame(first, second);
    Trace.stop(first);
    assertTrue(Trace.isOn());
    Trace.stop(second);
    assertFalse(Trace.isOn());
  }
}
