package dev.weft.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeThreadTest {

  @Test
  void differsBetweenThreadsAndStaysTheSame() throws Exception {
    CompletableFuture<Long> other = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().start(() -> other.complete(NativeThread.id()));
    assertNotEquals(NativeThread.id(), other.get());
    thread.join();
    assertEquals(NativeThread.id(), NativeThread.id());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isWhatTheSystemSays() throws Exception {
    Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
    assertEquals(self.getFileName().toString(), String.valueOf(NativeThread.id()));
  }

  @Test
  void answersOnVirtualThreads() throws Exception {
    CompletableFuture<Long> id = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> id.complete(NativeThread.id()));
    assertTrue(id.get() > 0);
  }
}
