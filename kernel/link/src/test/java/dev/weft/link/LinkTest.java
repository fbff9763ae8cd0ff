package dev.weft.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LinkTest {

  private record Pair(Link front, Link worker) implements AutoCloseable {
    static Pair over(LinkListener listener) throws Exception {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Link> front = threads.submit(listener::accept);
        Link worker = Link.connect(listener.address());
        return new Pair(front.get(), worker);
      }
    }

    @Override
    public void close() throws IOException {
      front.close();
      worker.close();
    }
  }

  @Test
  void carriesMessagesOfManyThreadsBothWays() throws Exception {
    carriesMessages(LinkListener.open());
  }

  @Test
  void carriesMessagesOverTcp() throws Exception {
    carriesMessages(LinkListener.openTcp());
  }

  private static void carriesMessages(LinkListener listener) throws Exception {
    try (Pair pair = Pair.over(listener);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> senders = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        senders.add(threads.submit(() -> sendLines(pair.worker)));
      }
      long characters = 0;
      for (int i = 0; i < 20_000; i++) {
        characters += ((Event.Output) pair.front.receive()).text().length();
      }
      assertEquals(4L * 5_000 / 200 * (199 * 200 / 2), characters);
      pair.front.send(new Command.Exit());
      assertEquals(new Command.Exit(), pair.worker.receive());
      for (Future<?> sender : senders) {
        sender.get();
      }
    }
  }

  private static @Nullable Object sendLines(Link link) throws IOException {
    for (int i = 0; i < 5_000; i++) {
      link.send(new Event.Output(1, StreamName.STDOUT, "x".repeat(i % 200)));
    }
    return null;
  }

  @Test
  void carriesHundredMegabytes() throws Exception {
    String text = "ab".repeat(50_000_000);
    try (Pair pair = Pair.over(LinkListener.open());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> sender =
          threads.submit(
              () -> {
                pair.worker.send(new Event.Output(1, StreamName.STDOUT, text));
                pair.worker.send(new Event.Ready(5));
                return null;
              });
      assertTrue(text.equals(((Event.Output) pair.front.receive()).text()));
      assertEquals(new Event.Ready(5), pair.front.receive());
      sender.get();
    }
  }

  @Test
  void namesTheEndOfTheStream() throws Exception {
    try (Pair pair = Pair.over(LinkListener.open())) {
      pair.worker.send(new Event.Ready(5));
      pair.worker.close();
      assertEquals(new Event.Ready(5), pair.front.receive());
      assertThrows(LinkClosedException.class, pair.front::receive);
      assertThrows(LinkClosedException.class, pair.worker::receive);
      assertThrows(
          LinkClosedException.class,
          () -> {
            while (true) {
              pair.front.send(new Command.Exit());
            }
          });
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    LinkListener listener = LinkListener.open();
    Path socket = Path.of(listener.address());
    assertTrue(Files.exists(socket));
    try (Pair pair = Pair.over(listener)) {
      assertFalse(Files.exists(socket));
      assertFalse(Files.exists(socket.resolveSibling(".")));
      assertThrows(IOException.class, () -> Link.connect(listener.address()));
      pair.front.close();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void listensWhereOthersCannotLook() throws Exception {
    try (LinkListener listener = LinkListener.open()) {
      Path folder = Path.of(listener.address()).resolveSibling("").toAbsolutePath();
      String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
      assertEquals("rwx------", rights);
    }
  }

  @Test
  void turnsStrangersAway() throws Exception {
    LinkListener listener = LinkListener.openTcp();
    int port = Integer.parseInt(listener.address().split(":", -1)[1]);
    try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
      stranger.getOutputStream().write(new byte[64]);
      try (Pair pair = Pair.over(listener)) {
        pair.worker.send(new Event.Ready(5));
        assertEquals(new Event.Ready(5), pair.front.receive());
      }
    }
  }

  @Test
  void stopsListeningWhenClosed() throws Exception {
    LinkListener listener = LinkListener.open();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Link> accepted = threads.submit(listener::accept);
      listener.close();
      ExecutionException e = assertThrows(ExecutionException.class, accepted::get);
      assertInstanceOf(LinkClosedException.class, e.getCause());
    }
  }
}
