package dev.weft.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildProcess;
import dev.weft.process.NotTransferableException;
import dev.weft.process.ProcessPool;
import dev.weft.process.Range;
import dev.weft.process.RemoteException;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A manager's objects, used from this process and from children. */
@Timeout(180)
class ManagerIT {

  private final Manager manager = new Manager();

  @AfterEach
  void end() {
    ChildProcess.active().forEach(ChildProcess::kill);
    manager.close();
  }

  @Test
  void aMapIsTheSameForAll() throws Exception {
    ManagedMap<String, Integer> map = manager.newMap();
    map.put("a", 1);
    int seen =
        ChildProcess.start(
                () -> {
                  map.put("b", 2);
                  map.putIfAbsent("b", 3);
                  map.remove("c");
                  return map.get("a") + map.getOrDefault("z", 10);
                })
            .result();
    assertEquals(11, seen);
    assertEquals(Map.of("a", 1, "b", 2), map);
    assertEquals(Set.of("a", "b"), map.keySet());
    assertEquals("{a=1, b=2}", map.toString());
    assertTrue(map.containsKey("b"));
    assertTrue(map.containsValue(2));
    assertFalse(map.replace("b", 5, 6));
    assertEquals(2, map.replace("b", 7));
    assertNull(map.get("none"));
  }

  @Test
  void functionsOfManyProcessesLoseNothing() throws Exception {
    ManagedMap<String, Integer> map = manager.newMap();
    try (ProcessPool pool = new ProcessPool(2)) {
      pool.forEach(Range.range(200), i -> map.merge("key " + i % 3, 1, Integer::sum));
      pool.forEach(Range.range(100), i -> map.compute("all", (k, v) -> v == null ? 1 : v + 1));
    }
    assertEquals(Map.of("key 0", 67, "key 1", 67, "key 2", 66, "all", 100), map);
    map.replaceAll((key, value) -> value * 2);
    assertEquals(200, map.get("all"));
    assertEquals(5, map.computeIfAbsent("four", key -> key.length() + 1));
    assertNull(map.computeIfPresent("none", (key, value) -> value));
  }

  @Test
  void aFunctionRunsWhereTheManagerIs() throws Exception {
    ManagedMap<String, Long> map = manager.newMap();
    long pid =
        ChildProcess.start(() -> map.compute("pid", (key, value) -> ProcessHandle.current().pid()))
            .result();
    assertEquals(ProcessHandle.current().pid(), pid);
  }

  @Test
  void whatIsPutIsCopied() {
    ManagedMap<String, List<Integer>> map = manager.newMap();
    List<Integer> list = new ArrayList<>(List.of(1));
    map.put("list", list);
    list.add(2);
    assertEquals(List.of(1), map.get("list"));
    map.get("list").add(3);
    assertEquals(List.of(1), map.get("list"));
  }

  @Test
  void iterationIsOfASnapshot() {
    ManagedMap<Integer, Integer> map = manager.newMap();
    for (int i = 0; i < 10; i++) {
      map.put(i, i);
    }
    int count = 0;
    for (Integer each : map.keySet()) {
      map.remove(each);
      map.put(each + 100, each);
      count++;
    }
    assertEquals(10, count);
    assertThrows(UnsupportedOperationException.class, () -> map.keySet().clear());
    assertThrows(UnsupportedOperationException.class, () -> map.entrySet().iterator().remove());
    assertThrows(UnsupportedOperationException.class, () -> map.values().clear());
    List<Integer> list = manager.newList();
    list.addAll(List.of(1, 2, 3));
    Iterator<Integer> elements = list.iterator();
    while (elements.hasNext()) {
      list.add(elements.next());
    }
    assertEquals(List.of(1, 2, 3, 1, 2, 3), list);
    assertThrows(UnsupportedOperationException.class, () -> list.iterator().remove());
  }

  /** A function that can be sent. */
  private interface Change extends UnaryOperator<String>, Serializable {}

  @Test
  void aListHasWhatListsHave() throws Exception {
    List<String> list = manager.newList();
    Change upper = String::toUpperCase;
    ChildProcess.start(
            () -> {
              list.addAll(List.of("c", "a", "b"));
              list.add(0, "z");
              list.set(1, "d");
              list.remove("a");
              list.replaceAll(upper);
            })
        .result();
    assertEquals(List.of("Z", "D", "B"), list);
    list.sort(null);
    assertEquals(List.of("B", "D", "Z"), list.stream().toList());
    assertEquals(1, list.indexOf("D"));
    assertEquals(1, list.lastIndexOf("D"));
    assertEquals("B", list.removeFirst());
    assertEquals(List.of("D"), list.subList(0, 1));
    IndexOutOfBoundsException problem =
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(9));
    assertTrue(String.valueOf(problem.getMessage()).contains("9"), problem::toString);
  }

  @Test
  void aSetHasWhatSetsHave() throws Exception {
    Set<Integer> set = manager.newSet();
    assertTrue(ChildProcess.start(() -> set.add(1) && !set.add(1)).result());
    set.addAll(List.of(2, 3));
    assertTrue(set.contains(2));
    assertTrue(set.removeIf(each -> each > 2));
    assertEquals(Set.of(1, 2), set);
    assertEquals(2, new HashSet<>(set).size());
    assertThrows(NullPointerException.class, () -> set.add(null));
  }

  @Test
  void aQueuePassesElements() throws Exception {
    BlockingQueue<Integer> queue = manager.newQueue(2);
    ChildProcess<Integer> taker =
        ChildProcess.start(
            () -> {
              int sum = 0;
              for (int each = queue.take(); each >= 0; each = queue.take()) {
                sum += each;
              }
              return sum;
            });
    for (int i = 0; i < 50; i++) {
      queue.put(i);
    }
    queue.put(-1);
    assertEquals(1225, taker.result());
    assertNull(queue.poll());
    assertNull(queue.poll(1, TimeUnit.MILLISECONDS));
    assertNull(queue.peek());
    assertTrue(queue.offer(1) && queue.offer(2) && !queue.offer(3));
    assertFalse(queue.offer(3, 1, TimeUnit.MILLISECONDS));
    assertEquals(0, queue.remainingCapacity());
    assertThrows(IllegalStateException.class, () -> queue.add(3));
    List<Integer> rest = new ArrayList<>();
    assertEquals(2, queue.drainTo(rest));
    assertEquals(List.of(1, 2), rest);
    assertThrows(NoSuchElementException.class, queue::remove);
  }

  @Test
  void theDeathOfAProcessThatWaitsHarmsNothing() throws Exception {
    BlockingQueue<String> queue = manager.newQueue();
    ManagedCounter begun = manager.newCounter();
    for (int i = 0; i < 3; i++) {
      ChildProcess<Void> taker =
          ChildProcess.start(
              () -> {
                begun.incrementAndGet();
                queue.take();
              });
      while (begun.get() <= i) {
        Thread.sleep(1);
      }
      taker.kill();
      taker.join();
    }
    awaitThreads("manager-client", 0);
    queue.put("for a living one");
    assertEquals("for a living one", queue.poll(60, TimeUnit.SECONDS));
  }

  /** Waits until there are no more threads of the name than that; the time-out ends the wait. */
  private static void awaitThreads(String name, int count) throws InterruptedException {
    while (Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().startsWith(name))
            .count()
        > count) {
      Thread.sleep(5);
    }
  }

  @Test
  void anInterruptEndsAWaitButNoOtherCall() throws Exception {
    BlockingQueue<Integer> queue = manager.newQueue();
    ManagedMap<String, String> map = manager.newMap();
    String told =
        ChildProcess.start(
                () -> {
                  Thread self = Thread.currentThread();
                  Thread.ofVirtual()
                      .start(
                          () -> {
                            while (map.putIfAbsent("interrupt", "now") == null) {}
                            self.interrupt();
                          });
                  try {
                    queue.take();
                    return "taken";
                  } catch (InterruptedException e) {
                    boolean clear = !self.isInterrupted();
                    self.interrupt();
                    map.put("after", "an interrupt");
                    return clear && Thread.interrupted() ? "interrupted" : "wrong";
                  }
                })
            .result();
    assertEquals("interrupted", told);
    assertEquals("an interrupt", map.get("after"));
    queue.add(1);
    assertEquals(1, queue.size());
  }

  /** What a test shares. */
  interface Account {
    void deposit(long amount);

    long balance();

    Account self();

    String fail(String how) throws IOException;

    Object thread();

    default long doubled() {
      return 2 * balance();
    }
  }

  /** An account of this process. */
  static final class Bank implements Account {
    private long balance;

    @Override
    public synchronized void deposit(long amount) {
      balance += amount;
    }

    @Override
    public synchronized long balance() {
      return balance;
    }

    @Override
    public Account self() {
      return this;
    }

    @Override
    public String fail(String how) throws IOException {
      throw new IOException(how);
    }

    @Override
    public Object thread() {
      return Thread.currentThread();
    }

    @Override
    public String toString() {
      return "bank of " + balance();
    }
  }

  @Test
  void ownObjectsAreUsedByTheirInterface() throws Exception {
    Bank bank = new Bank();
    Account account = manager.share(Account.class, bank);
    try (ProcessPool pool = new ProcessPool(2)) {
      pool.forEach(Range.range(100), i -> account.self().deposit(i));
    }
    assertEquals(4950, bank.balance());
    assertEquals(9900, account.doubled());
    assertEquals("bank of 4950", account.toString());
    assertEquals("bank of 4950", ChildProcess.start(account::toString).result());
    assertEquals(account, account.self());
    assertEquals(account.hashCode(), account.self().hashCode());
  }

  @Test
  void exceptionsComeBack() throws Exception {
    Account account = manager.share(Account.class, new Bank());
    assertEquals("no", assertThrows(IOException.class, () -> account.fail("no")).getMessage());
    ChildProcess<String> child = ChildProcess.start(() -> account.fail("there"));
    IOException thrown =
        assertInstanceOf(
            IOException.class, assertThrows(ExecutionException.class, child::result).getCause());
    assertEquals("there", thrown.getMessage());
    assertEquals(Bank.class.getName(), thrown.getStackTrace()[0].getClassName());
    ChildProcess<Object> other = ChildProcess.start(account::thread);
    Throwable problem = assertThrows(ExecutionException.class, other::result).getCause();
    assertInstanceOf(NotTransferableException.class, problem);
    assertThrows(NotTransferableException.class, account::thread);
  }

  /** An exception that can't travel. */
  static final class HeavyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // it is not, which is the point
    private final Object heavy = new Thread();

    HeavyException() {
      super("heavy");
    }

    Object heavy() {
      return heavy;
    }
  }

  @Test
  void anExceptionThatCannotTravelIsTold() throws Exception {
    Runnable heavy =
        manager.share(
            Runnable.class,
            () -> {
              throw new HeavyException();
            });
    ChildProcess<Void> child = ChildProcess.start(heavy::run);
    ExecutionException thrown = assertThrows(ExecutionException.class, child::result);
    Throwable own = assertInstanceOf(IllegalStateException.class, thrown.getCause());
    RemoteException told = assertInstanceOf(RemoteException.class, own.getCause());
    assertTrue(String.valueOf(told.getMessage()).contains("heavy"), told::toString);
  }

  @Test
  void handlesAreValuesToo() throws Exception {
    ManagedMap<String, List<Integer>> map = manager.newMap();
    List<Integer> inner = manager.newList();
    map.put("inner", inner);
    ChildProcess.start(() -> map.get("inner").add(7)).result();
    assertEquals(List.of(7), inner);
    assertEquals(List.of(7), map.get("inner"));
  }

  @Test
  void aChildMakesObjectsWithTheManagerItself() throws Exception {
    Manager captured = manager;
    List<String> list =
        ChildProcess.<List<String>>start(
                () -> {
                  List<String> made = captured.newList();
                  made.add("made there");
                  assertThrows(IllegalStateException.class, captured::close);
                  return made;
                })
            .result();
    assertEquals(List.of("made there"), list);
  }

  @Test
  void aManagerThatIsGoneIsTold() throws Exception {
    Manager other = new Manager();
    BlockingQueue<Integer> queue = other.newQueue();
    ManagedCounter begun = manager.newCounter();
    ChildProcess<String> child =
        ChildProcess.start(
            () -> {
              begun.incrementAndGet();
              String first = assertThrows(ManagerGoneException.class, queue::take).getMessage();
              String second = assertThrows(ManagerGoneException.class, queue::size).getMessage();
              return first + second;
            });
    while (begun.get() == 0) {
      Thread.sleep(1);
    }
    Thread local =
        Thread.ofVirtual().start(() -> assertThrows(ManagerGoneException.class, queue::take));
    other.close();
    other.close();
    String told = child.result();
    assertTrue(local.join(Duration.ofSeconds(60)));
    assertTrue(told.contains("process " + ProcessHandle.current().pid()), told);
    assertThrows(ManagerGoneException.class, queue::size);
    assertThrows(ManagerGoneException.class, other::newMap);
    assertTrue(other.isClosed());
  }

  @Test
  void theEndOfTheManagersProcessIsTold() throws Exception {
    BlockingQueue<ManagedCounter> handles = manager.newQueue();
    ChildProcess<Void> owner =
        ChildProcess.start(
            () -> {
              handles.put(new Manager().newCounter(5));
              Thread.sleep(Duration.ofMinutes(10));
            });
    ManagedCounter counter = handles.take();
    assertEquals(6, counter.incrementAndGet());
    owner.kill();
    owner.join();
    assertThrows(ManagerGoneException.class, counter::get);
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> manager.newQueue(0));
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class, () -> manager.share(String.class, "no interface"));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("java.lang.String"), problem::toString);
    ManagedMap<String, Object> map = manager.newMap();
    assertThrows(NullPointerException.class, () -> map.put("null", null));
    assertThrows(NotTransferableException.class, () -> map.put("thread", new Thread()));
    assertTrue(map.isEmpty());
  }
}
