package dev.weft.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.chart.TimelineChart.Group;
import dev.weft.chart.TimelineChart.Lane;
import dev.weft.chart.TimelineChart.Span;
import dev.weft.chart.TimelineChart.State;
import dev.weft.deadlock.Deadlocks;
import dev.weft.deadlock.NamedObjects;
import dev.weft.process.ChildOptions;
import dev.weft.process.ChildProcess;
import dev.weft.process.ProcessPool;
import dev.weft.process.ThreadPool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
    assertTrue(wait.what().startsWith("ReentrantLock"), wait.toString());
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

  @Test
  void ofAFileThatIsWrittenTheNameIsToldAndNotTheFolder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.bin");
    Timeline timeline =
        Timeline.record("A file", () -> Files.write(file, new byte[32 * 1024 * 1024]));
    List<Span> spans =
        timeline.lanes().stream()
            .flatMap(lane -> lane.spans().stream())
            .filter(span -> span.detail().contains("large.bin"))
            .toList();
    assertFalse(spans.isEmpty(), timeline::toString);
    spans.forEach(span -> assertFalse(span.detail().contains("/"), span.toString()));
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
    List<Wait> waits = timeline.longestWaits(10);
    assertTrue(
        waits.stream().anyMatch(w -> w.what().equals("Object 1") && w.holder().equals("holder")),
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

  @Test
  void aDeadlockIsSeenWithItsHolders() throws Exception {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock two = new ReentrantLock();
    List<Thread> threads = new ArrayList<>();
    Timeline timeline =
        Timeline.record(
            "Deadlock",
            () -> {
              CountDownLatch both = new CountDownLatch(2);
              threads.add(crosswise("a", one, two, both));
              threads.add(crosswise("b", two, one, both));
              while (!areQueued(threads, one, two)) {
                Thread.sleep(1);
              }
            });
    threads.forEach(Thread::interrupt);
    for (Thread each : threads) {
      each.join();
    }
    Span last = timeline.lane("a").spans().getLast();
    assertEquals(State.LOCK, last.state(), timeline::toString);
    assertEquals("b", last.holder(), timeline::toString);
    assertFalse(last.exact());
    assertTrue(timeline.toString().contains("which b had"), timeline::toString);
  }

  private static boolean areQueued(List<Thread> threads, ReentrantLock one, ReentrantLock two) {
    return one.hasQueuedThreads()
        && two.hasQueuedThreads()
        && threads.stream().allMatch(each -> each.getState() == Thread.State.WAITING);
  }

  private static Thread crosswise(
      String name, ReentrantLock first, ReentrantLock second, CountDownLatch both) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              first.lock();
              try {
                both.countDown();
                both.await();
                second.lockInterruptibly();
              } catch (InterruptedException e) {
                // the test is over
              } finally {
                first.unlock();
              }
            });
  }

  @Test
  void childProcessesHaveLanesOnTheSameClock() throws Exception {
    Timeline timeline =
        Timeline.record(
            "A child",
            () -> {
              var child =
                  ChildProcess.start(ChildOptions.DEFAULT.withName("kid"), TimelineIT::childBody);
              child.join();
              child.result();
            });
    assertEquals(1, timeline.processes().size(), timeline::toString);
    assertTrue(timeline.processes().getFirst().name().startsWith("kid (pid "));
    Lane kid =
        timeline.lanes().stream().filter(l -> !l.group().isEmpty()).findFirst().orElseThrow();
    assertTrue(kid.total(State.SLEEPING).compareTo(NAP) >= 0, timeline::toString);
    assertTrue(timeline.notes().toString().contains("one clock"), timeline::toString);
    timeline.lanes().forEach(lane -> assertWhole(lane, timeline.length().toNanos()));
    Span nap =
        kid.spans().stream().filter(s -> s.state() == State.SLEEPING).findFirst().orElseThrow();
    Group life = timeline.processes().getFirst();
    assertTrue(nap.start() >= life.start() && nap.end() <= life.end(), timeline::toString);
  }

  private static int childBody() {
    sleep();
    return 1;
  }

  @Test
  void ofAKilledChildItIsShownWhatIsKnown() throws Exception {
    Timeline timeline =
        Timeline.record(
            () -> {
              try (var pool = new ProcessPool(1)) {
                pool.submit(() -> 1).get();
                var unused = pool.submit(TimelineIT::napForever);
                Thread.sleep(400);
                pool.terminate();
              }
            });
    assertEquals(1, timeline.processes().size(), timeline::toString);
    assertTrue(timeline.processes().getFirst().name().contains("ended with -9"));
    assertTrue(timeline.lanes().stream().anyMatch(l -> !l.group().isEmpty()), timeline::toString);
    timeline.lanes().forEach(lane -> assertWhole(lane, timeline.length().toNanos()));
  }

  private static void napForever() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Test
  void tasksOfPoolsAreMarked() throws Exception {
    Timeline timeline =
        Timeline.record(
            () -> {
              try (var pool = new ThreadPool(2)) {
                pool.forEach(List.of(1, 2, 3, 4), i -> sleep());
              }
            });
    long tasks = timeline.lanes().stream().mapToLong(lane -> lane.marks().size()).sum();
    assertTrue(tasks >= 2, timeline::toString);
    assertTrue(timeline.notes().toString().contains("waited in pools"), timeline::toString);
  }

  @Test
  void locksHaveTheNamesOfTheVariablesThatHoldThem() throws Exception {
    ReentrantLock till = new ReentrantLock();
    Object purse = new Object();
    Deadlocks.connect(named(Map.of("till", till, "purse", purse)));
    try {
      Timeline timeline =
          Timeline.record(
              () -> {
                till.lock();
                try {
                  Thread waits =
                      Thread.ofPlatform()
                          .name("waits")
                          .start(
                              () -> {
                                till.lock();
                                till.unlock();
                              });
                  synchronized (purse) {
                    Thread enters = Thread.ofPlatform().name("enters").start(() -> enter(purse));
                    while (waits.getState() != Thread.State.WAITING
                        || enters.getState() != Thread.State.BLOCKED) {
                      Thread.sleep(1);
                    }
                    Thread.sleep(200);
                  }
                } finally {
                  till.unlock();
                }
              });
      List<Wait> waits = timeline.longestWaits(20);
      assertTrue(isToldOf(waits, "waits", "till"), waits::toString);
      assertTrue(isToldOf(waits, "enters", "purse"), waits::toString);
    } finally {
      Deadlocks.connect(named(Map.of()));
    }
  }

  private static boolean isToldOf(List<Wait> waits, String thread, String lock) {
    return waits.stream().anyMatch(w -> w.thread().equals(thread) && w.what().equals(lock));
  }

  private static void enter(Object monitor) {
    synchronized (monitor) {
      monitor.notifyAll();
    }
  }

  private static NamedObjects named(Map<String, Object> variables) {
    return new NamedObjects() {
      @Override
      public void forEachVariable(BiConsumer<String, Object> told) {
        variables.forEach(told);
      }

      @Override
      public boolean isOwn(Thread thread) {
        return false;
      }
    };
  }

  @Test
  void tasksOfTheCommonPoolHaveLanes() throws Exception {
    Timeline timeline = Timeline.record(() -> CompletableFuture.runAsync(TimelineIT::sleep).join());
    boolean slept =
        timeline.lanes().stream()
            .filter(lane -> lane.name().startsWith("commonPool-worker-"))
            .anyMatch(lane -> lane.total(State.SLEEPING).compareTo(NAP) >= 0);
    assertTrue(slept, timeline::toString);
  }

  @Test
  void nothingIsDrawnOfNothing() throws Exception {
    Timeline timeline = Timeline.record("", () -> {});
    assertEquals(State.RUNNING, timeline.lanes().getFirst().spans().getFirst().state());
    while (!recorderFolders().isEmpty()) {
      Thread.sleep(1);
    }
    Timeline none = timeline.only("nobody is called so");
    assertTrue(none.toString().contains("Nothing was recorded"), none::toString);
    assertTrue(none.chart().toSvg().contains("Nothing was recorded"));
    assertEquals(0, none.concurrency());
    assertEquals(List.of(), none.longestWaits(3));
    assertEquals(Map.of(), none.totals());
  }

  /** What the flight recorder would leave behind if this JVM were killed now. */
  private static List<Path> recorderFolders() throws IOException {
    String end = "_" + ProcessHandle.current().pid();
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.toString().matches(".*/\\d{4}_[\\d_]+" + end)).toList();
    }
  }

  @Test
  void namesOfThreadsMayBeAnything() throws Exception {
    List<String> names = List.of("<b>&\"'", "😀 emoji", "שלום", "a\nline");
    Timeline timeline =
        Timeline.record(
            "<i>title</i>",
            () -> {
              for (String each : names) {
                Thread.ofPlatform().name(each).start(TimelineIT::sleep).join();
              }
            });
    names.forEach(each -> assertTrue(timeline.lane(each).total(State.SLEEPING).isPositive()));
    String svg = timeline.chart().toSvg();
    assertTrue(svg.contains("&lt;b>&amp;") || svg.contains("&lt;b&gt;&amp;"), svg);
    assertFalse(svg.contains("<b>") || svg.contains("<i>"), svg);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void methodsAreSeen() throws Exception {
    String caller = Thread.currentThread().getName();
    Timeline timeline = Timeline.record(() -> spin(Duration.ofMillis(300)));
    for (int i = 0; i < 20 && timeline.methods(caller).isEmpty(); i++) {
      timeline = Timeline.record(() -> spin(Duration.ofMillis(300)));
    }
    Set<String> seen = timeline.methods(caller).keySet();
    assertTrue(seen.stream().anyMatch(m -> m.contains("TimelineIT.")), seen::toString);
    assertSame(timeline, Timeline.last());
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    double x = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 1000; i++) {
        x += Math.sqrt(i + x);
      }
    }
    assertTrue(x > 0);
  }
}
