package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What travels to the workers of a pool and back, and what does not. */
@Timeout(180)
class PoolTravelIT {

  @TempDir Path folder;

  private static String cause(ExecutionException thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  @Test
  void whatCannotTravelFailsWhereItIsSubmittedOrItsTaskAlone() throws Exception {
    Object socket = new java.net.Socket();
    try (var pool = new ProcessPool(1)) {
      var refused =
          assertThrows(NotTransferableException.class, () -> pool.submit(() -> socket.hashCode()));
      assertTrue(String.valueOf(refused.getMessage()).contains("java.net.Socket"));
      assertThrows(
          NotTransferableException.class, () -> pool.map(List.of(socket), each -> each.hashCode()));
      var hidden =
          assertThrows(
              NotTransferableException.class, () -> CompletableFuture.supplyAsync(() -> 1, pool));
      assertTrue(String.valueOf(hidden.getMessage()).contains("pool.submit"));
      PoolFuture<Object> result = pool.submit(() -> new Object());
      ExecutionException thrown = assertThrows(ExecutionException.class, result::get);
      assertTrue(cause(thrown).contains("java.lang.Object"));
      Results<Object> some = pool.mapLazily(Range.range(300), i -> i == 200 ? new Object() : i);
      int good = 0;
      int bad = 0;
      while (some.hasNext()) {
        try {
          some.next();
          good++;
        } catch (Exception e) {
          bad++;
        }
      }
      assertEquals(299, good);
      assertEquals(1, bad);
    }
  }

  /** An exception that only its own constructor's arguments could rebuild. */
  static final class Picky extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Object lost;

    Picky(String message, Object lost) {
      super(message);
      this.lost = lost;
    }

    Optional<Object> lost() {
      return Optional.ofNullable(lost);
    }
  }

  @Test
  void exceptionsWithPickyConstructorsArrive() throws Exception {
    try (var pool = new ProcessPool(1)) {
      PoolFuture<Integer> future =
          pool.submit(
              () -> {
                throw new Picky("picky", new Object());
              });
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      Picky picky = assertInstanceOf(Picky.class, thrown.getCause());
      assertEquals("picky", picky.getMessage());
      assertTrue(picky.lost().isEmpty());
      assertEquals("throwing", pool.apply(() -> "throwing"));
    }
  }

  @Test
  void largeArraysTravelAndAreSnapshots() throws Exception {
    byte[] data = new byte[20_000_000];
    data[7] = 1;
    try (var pool = new ProcessPool(1)) {
      PoolFuture<?> busy = pool.submit(() -> Thread.sleep(50));
      PoolFuture<byte[]> copy =
          pool.submit(
              () -> {
                data[8] = 2;
                return data;
              });
      data[7] = 9;
      assertEquals(1, copy.get()[7]);
      assertEquals(2, copy.get()[8]);
      assertEquals(0, data[8]);
      busy.get();
    }
  }

  @Test
  void heavyItemsAndResultsTravelFewAtATime() throws Exception {
    PoolOptions options = PoolOptions.of(1).withChildren(ChildOptions.DEFAULT.withHeap(64));
    try (var pool = new ProcessPool(options)) {
      Iterable<long[]> heavy =
          () -> IntStream.range(0, 100).mapToObj(_ -> new long[250_000]).iterator();
      assertEquals(Collections.nCopies(100, 250_000), pool.map(heavy, each -> each.length));
      List<Integer> lengths = new ArrayList<>();
      for (String each : pool.mapLazily(Range.range(100), i -> "x".repeat(1_000_000))) {
        lengths.add(each.length());
      }
      assertEquals(Collections.nCopies(100, 1_000_000), lengths);
    }
  }

  @Test
  void anExceptionOfAClassThatIsOnlyThereIsDescribed() throws Exception {
    compile(
        "Alien", "public class Alien extends Exception { public Alien() { super(\"green\"); } }");
    ChildOptions children = ChildOptions.DEFAULT.withJvmOptions("-Xbootclasspath/a:" + folder);
    try (var pool = new ProcessPool(PoolOptions.of(1).withChildren(children))) {
      PoolFuture<Integer> future =
          pool.submit(
              () -> {
                Class<?> alien = Class.forName("Alien");
                throw alien.asSubclass(Exception.class).getConstructor().newInstance();
              });
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      RemoteException described = assertInstanceOf(RemoteException.class, thrown.getCause());
      assertTrue(String.valueOf(described.getMessage()).contains("Alien: green"));
      assertEquals(1, pool.apply(() -> 1));
    }
  }

  @Test
  void aClassThatTheWorkerCannotLoadIsNamed() throws Exception {
    compile("Local", "public class Local implements java.io.Serializable {}");
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        var pool = new ProcessPool(1)) {
      Object local = loader.loadClass("Local").getConstructor().newInstance();
      PoolFuture<Integer> future = pool.submit(() -> local.hashCode());
      ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
      assertInstanceOf(NotTransferableException.class, thrown.getCause());
      assertTrue(cause(thrown).contains("Local"), cause(thrown));
      assertEquals(1, pool.apply(() -> 1));
    }
  }

  private void compile(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    Process compiler =
        new ProcessBuilder(javac, "-d", folder.toString(), file.toString()).inheritIO().start();
    assertEquals(0, compiler.waitFor());
  }
}
