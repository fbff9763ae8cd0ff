package dev.weft.manager;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects that several processes use as one: maps, lists, sets, queues, counters, and your
 * own behind interfaces.
 *
 * <p>The objects live in the process that has made the manager. Handles of them, and of the manager
 * itself, travel to any other process: captured by a lambda, as an argument, in a variable, or in
 * another managed object. Each call of a method is sent to the manager and runs there, one atomic
 * step of the object; the caller waits. Arguments and results are copied. A process that ends, in
 * whatever way, harms nothing: its calls that wait are given up.
 *
 * <pre>{@code
 * interface Account { void deposit(long amount); long balance(); }
 * class Bank implements Account { ... }             // its methods are synchronized
 *
 * try (var manager = new Manager(); var pool = new ProcessPool(4)) {
 *   ManagedMap<String, Integer> counts = manager.newMap();
 *   Account account = manager.share(Account.class, new Bank());
 *   pool.forEach(words, word -> {
 *     counts.merge(word, 1, Integer::sum);
 *     account.deposit(1);
 *   });
 *   System.out.println(counts + " " + account.balance());
 * }
 * }</pre>
 *
 * <p>A function that is passed to an object, such as that of {@code compute}, runs in the manager's
 * process and sees the variables that are there; local variables that it has captured travel with
 * it. An exception that a call throws there is thrown by the call here.
 *
 * <p>The objects live until the manager is closed or its process ends; what is called after that
 * throws {@link ManagerGoneException}. Safe for use by several threads.
 */
public final class Manager implements AutoCloseable, Serializable {

  private static final long serialVersionUID = 1;

  private final Address address;

  @SuppressWarnings("serial") // a proxy
  private final Making making;

  private final transient @Nullable Server server;

  /**
   * Makes a manager, which listens for the other processes of this program.
   *
   * @throws UncheckedIOException if the system gives no socket
   */
  public Manager() {
    try {
      Server own = Server.open();
      server = own;
      address = own.address();
      making = own.add(Making.class, new Maker(own)).as(Making.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The manager can't listen: " + e.getMessage(), e);
    }
  }

  /** Makes objects at the server. */
  private record Maker(Server server) implements Making {
    @Override
    public Remote make(Class<?> type, Object target) {
      return server.add(type, target);
    }
  }

  private Remote add(Class<?> type, Object target) {
    return server == null ? making.make(type, target) : server.add(type, target);
  }

  /**
   * Returns a new, empty map.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  public <K, V> ManagedMap<K, V> newMap() {
    return new MapHandle<>(add(ConcurrentMap.class, new ConcurrentHashMap<K, V>()));
  }

  /**
   * Returns a new, empty list, whose methods are atomic; iteration, streams and {@code subList} are
   * of a snapshot. Functions passed to {@code removeIf}, {@code replaceAll} and {@code sort} run in
   * the manager's process.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  public <E> List<E> newList() {
    return new ListHandle<>(add(List.class, Collections.synchronizedList(new ArrayList<E>())));
  }

  /**
   * Returns a new, empty set without nulls, whose methods are atomic; iteration and streams are of
   * a snapshot.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  public <E> Set<E> newSet() {
    return new SetHandle<>(add(Set.class, ConcurrentHashMap.<E>newKeySet()));
  }

  /**
   * Returns a new, empty queue without bound; iteration is of a snapshot.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  public <E> BlockingQueue<E> newQueue() {
    return newQueue(Integer.MAX_VALUE);
  }

  /**
   * Returns a new, empty queue; iteration is of a snapshot. What waits for room or an element can
   * be interrupted.
   *
   * @param capacity so many elements fit
   * @throws IllegalArgumentException if that is below 1
   * @throws ManagerGoneException if the manager is gone
   */
  public <E> BlockingQueue<E> newQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ", and must be at least 1");
    }
    return new QueueHandle<>(add(BlockingQueue.class, new LinkedBlockingDeque<E>(capacity)));
  }

  /**
   * Returns a new counter, which is zero.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  public ManagedCounter newCounter() {
    return newCounter(0);
  }

  /**
   * Returns a new counter.
   *
   * @throws ManagerGoneException if the manager is gone
   */
  public ManagedCounter newCounter(long value) {
    return share(ManagedCounter.class, new Counter(new AtomicLong(value)));
  }

  /**
   * Returns a handle by which any process calls the methods of an object here.
   *
   * <p>Calls run at the same time, each on a thread of its own: the object must be made for that,
   * for instance by synchronized methods. A method that declares {@link InterruptedException} can
   * be interrupted by its caller. In another process than the manager's, the object is sent there.
   *
   * @param type an interface, which is all that users of the handle see
   * @throws IllegalArgumentException if the type is no interface
   * @throws ManagerGoneException if the manager is gone
   */
  public <T> T share(Class<T> type, T object) {
    return add(type, object).as(type);
  }

  /** Returns whether the manager is gone, as far as is known without asking it. */
  public boolean isClosed() {
    return server != null && server.isClosed();
  }

  /**
   * Ends the manager and its objects; who waits in one of them gets a {@link ManagerGoneException}.
   * Nothing happens the second time.
   *
   * @throws IllegalStateException in another process than that which has made it
   */
  @Override
  public void close() {
    Server own = server;
    if (own == null) {
      throw new IllegalStateException(
          "Only process " + address.pid() + ", which has made the manager, can close it");
    }
    own.close();
  }

  @Override
  public String toString() {
    return "Manager of process " + address.pid() + (isClosed() ? " (closed)" : "");
  }
}
