package dev.weft.comm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.comm.CommMessage.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommHubTest {

  private final RecordingChannel channel = new RecordingChannel();
  private final CommHub hub = new CommHub(channel);
  private final List<Object> heard = new ArrayList<>();

  private static CommMessage said(String id, String data, byte[]... buffers) {
    return new CommMessage(Kind.MESSAGE, id, "", data, "{\"m\":1}", List.of(buffers));
  }

  private static CommMessage opening(String id, String target) {
    return new CommMessage(Kind.OPEN, id, target, "{\"x\":1}", "{}", List.of());
  }

  @Test
  void opensSaysAndCloses() {
    Comm comm = hub.open("plots", CommData.of(Map.of("a", 1)).withMetadata(Map.of("version", "2")));
    comm.send(Map.of("b", List.of(2)), new byte[] {7});
    comm.close(Map.of("why", "done"));
    comm.close();
    comm.send(Map.of("late", true));
    String id = comm.id();
    assertEquals(
        new CommMessage(Kind.OPEN, id, "plots", "{\"a\":1}", "{\"version\":\"2\"}", List.of()),
        channel.sent.get(0));
    assertEquals("{\"b\":[2]}", channel.sent.get(1).data());
    assertArrayEquals(new byte[] {7}, channel.sent.get(1).buffers().getFirst());
    assertEquals(
        new CommMessage(Kind.CLOSE, id, "", "{\"why\":\"done\"}", "{}", List.of()),
        channel.sent.get(2));
    assertEquals(3, channel.sent.size());
    assertFalse(comm.isOpen());
  }

  @Test
  void handsMessagesToListenersWithBuffersAndMetadata() {
    Comm comm = hub.open("t", CommData.of(Map.of()));
    comm.onMessage(heard::add);
    hub.received(said(comm.id(), "{\"n\":5}", new byte[] {1, 2}));
    hub.received(said("another", "{}"));
    CommData data = (CommData) heard.getFirst();
    assertEquals(Map.of("n", 5L), data.data());
    assertEquals(Map.of("m", 1L), data.metadata());
    assertArrayEquals(new byte[] {1, 2}, data.buffers().getFirst());
    assertEquals(1, heard.size());
  }

  @Test
  void keepsMessagesThatComeBeforeTheFirstListener() {
    Comm comm = hub.open("t", CommData.of(Map.of()));
    hub.received(said(comm.id(), "{\"n\":1}"));
    hub.received(said(comm.id(), "{\"n\":2}"));
    comm.onMessage(said -> heard.add(said.data().get("n")));
    comm.onMessage(said -> heard.add("second"));
    hub.received(said(comm.id(), "{\"n\":3}"));
    assertEquals(List.of(1L, 2L, 3L, "second"), heard);
  }

  @Test
  void answersATargetThatIsRegistered() {
    hub.register(
        "echo",
        (comm, opening) -> {
          heard.add(opening.data());
          comm.onMessage(comm::send);
        });
    hub.received(opening("c1", "echo"));
    hub.received(said("c1", "{\"n\":5}"));
    assertEquals(List.of(Map.of("x", 1L)), heard);
    assertEquals("{\"n\":5}", channel.sent.getFirst().data());
  }

  @Test
  void closesWhatIsOpenedToAnUnknownTarget() {
    hub.register("echo", (comm, opening) -> heard.add(comm));
    hub.unregister("echo");
    hub.received(opening("c1", "echo"));
    assertEquals(List.of(CommMessage.close("c1")), channel.sent);
    assertEquals(List.of(), heard);
  }

  @Test
  void listenersRunForTheCellThatHasSetThemAndMayThrow() {
    Comm comm = hub.open("t", CommData.of(Map.of()));
    channel.cell.set("first");
    comm.onMessage(
        said -> {
          throw new IllegalStateException("oops");
        });
    channel.cell.set("second");
    comm.onMessage(heard::add);
    channel.cell.set("third");
    hub.received(said(comm.id(), "{}"));
    assertEquals(List.of("first", "first oops", "second"), channel.ran);
    assertEquals(1, heard.size());
  }

  @Test
  void tellsOfTheClientsClose() {
    Comm comm = hub.open("t", CommData.of(Map.of()));
    comm.onClose(said -> heard.add("closed"));
    hub.received(CommMessage.close(comm.id()));
    hub.received(CommMessage.close(comm.id()));
    comm.onClose(said -> heard.add("late"));
    assertEquals(List.of("closed", "late"), heard);
    assertFalse(comm.isOpen());
    comm.close();
    assertEquals(1, channel.sent.size());
  }

  @Test
  void refusesToOpenWithWhatIsNoJson() {
    CommData bad = CommData.of(Map.of("x", new Object()));
    assertThrows(IllegalArgumentException.class, () -> hub.open("t", bad));
    assertEquals(List.of(), channel.sent);
  }

  @Test
  void runsTasksSoonOnAThreadOfItsOwn() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    new CommHub(channel, Duration.ofMillis(1))
        .soon(
            () -> {
              heard.add(Thread.currentThread().getName());
              done.countDown();
            });
    assertTrue(done.await(60, TimeUnit.SECONDS));
    assertEquals(List.of("comm-updates"), heard);
  }

  @Test
  void flushDoesAtOnceAndOnceWhatWasPutOff() {
    Runnable task = () -> heard.add(Thread.currentThread());
    CommHub slow = new CommHub(channel, Duration.ofHours(1));
    slow.soon(task);
    slow.soon(task);
    slow.flush();
    slow.flush();
    assertEquals(List.of(Thread.currentThread()), heard);
    assertEquals(List.of("cell"), channel.ran);
  }
}
