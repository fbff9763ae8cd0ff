package dev.weft.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recordings of known programs. */
@Timeout(120)
@SuppressWarnings("LockNotBeforeTry") // nothing between can throw
class TimelineIT {

  private static final Duration NAP = Duration.ofMillis(60);

  @Test
  void showsWhoSleptAndWhoWaitedForTheLock() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Timeline timeline =
        Timeline.record(
            "A lock",
            () -> {
              Thread first =
                  Thread.ofPlatform()
                      .name("first")
                      .start(
                          () -> {
                            lock.lock();
                            held.countDown();
                            sleep();
                            while (!lock.hasQueuedThreads()) {
                              Thread.onSpinWait();
                            }
                            lock.unlock();
                          });
              held.await();
              Thread second =
                  Thread.ofPlatform()
                      .name("second")
                      .start(
                          () -> {
                            lock.lock();
                            lock.unlock();
                          });
              first.join();
              second.join();
            });
    assertTrue(
        timeline.lane("first").total(State.SLEEPING).compareTo(NAP) >= 0, timeline::toString);
    Span wait =
        timeline.lane("second").spans().stream()
            .filter(span -> span.state() == State.LOCK)
            .findFirst()
            .orElseThrow(() -> new AssertionError(timeline.toString()));
    assertTrue(wait.detail().startsWith("ReentrantLock"), wait.toString());
    assertTrue(timeline.longestWaits(3).size() == 3, timeline::toString);
    timeline.lanes().forEach(lane -> assertWhole(lane, timeline.length().toNanos()));
  }

  @Test
  void aSocketThatIsReadIsInputOrOutput() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket near = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket far = server.accept()) {
      Timeline timeline =
          Timeline.record(
              "A socket",
              () -> {
                Thread reader = Thread.ofPlatform().name("reader").start(() -> readOne(near));
                sleep();
                far.getOutputStream().write(1);
                reader.join();
              });
      assertTrue(timeline.lane("reader").total(State.IO).isPositive(), timeline::toString);
    }
  }

  private static void readOne(Socket socket) {
    try {
      assertEquals(1, socket.getInputStream().read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(NAP);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Spans follow one another without a gap or an overlap. */
  private static void assertWhole(Lane lane, long length) {
    List<Span> spans = lane.spans();
    for (int i = 1; i < spans.size(); i++) {
      assertEquals(spans.get(i - 1).end(), spans.get(i).start(), lane.toString());
    }
    assertTrue(spans.getFirst().start() >= 0 && spans.getLast().end() <= length, lane.toString());
  }

  @Test
  void monitorsTellWhoHadThem() throws Exception {
    Object monitor = new Object();
    Thread main = Thread.currentThread();
    CountDownLatch held = new CountDownLatch(1);
    Timeline timeline =
        Timeline.record(
            () -> {
              Thread holder =
                  Thread.ofPlatform()
                      .name("holder")
                      .start(
                          () -> {
                            synchronized (monitor) {
                              held.countDown();
                              while (main.getState() != Thread.State.BLOCKED) {
                                Thread.onSpinWait();
                              }
                              sleep();
                            }
                          });
              held.await();
              synchronized (monitor) {
                holder.join();
              }
            });
    List<Span> waits = timeline.longestWaits(10);
    assertTrue(
        waits.stream().anyMatch(s -> s.detail().equals("Object 1, which holder had")),
        waits::toString);
  }

  @Test
  void virtualThreadsHaveLanesToo() throws Exception {
    Timeline timeline =
        Timeline.record(() -> Thread.ofVirtual().name("light").start(TimelineIT::sleep).join());
    assertTrue(
        timeline.lane("light").total(State.SLEEPING).compareTo(NAP) >= 0, timeline::toString);
  }

  @Test
  void workOnTwoThreadsIsConcurrent() throws Exception {
    Timeline timeline =
        Timeline.record(
            "Sleepers",
            () -> {
              Thread a = Thread.ofPlatform().name("a").start(TimelineIT::sleep);
              Thread b = Thread.ofPlatform().name("b").start(TimelineIT::sleep);
              a.join();
              b.join();
            });
    assertTrue(timeline.length().compareTo(NAP) >= 0);
    assertTrue(timeline.total(State.SLEEPING).compareTo(NAP.multipliedBy(2)) >= 0);
    assertTrue(timeline.concurrency() > 0, timeline::toString);
    assertThrows(IllegalArgumentException.class, () -> timeline.lane("c"));
    assertTrue(timeline.toDisplayData().data().containsKey("image/svg+xml"));
  }

  @Test
  void whatTheCodeThrowsGoesOn() {
    assertThrows(
        IllegalStateException.class,
        () ->
            Timeline.record(
                () -> {
                  throw new IllegalStateException("no");
                }));
  }
}
