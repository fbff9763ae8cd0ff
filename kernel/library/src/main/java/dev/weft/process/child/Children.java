package dev.weft.process.child;

import dev.weft.process.ship.ClassBook;
import dev.weft.process.ship.Packer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The children of this process: starts them, or gives out one that was started before.
 *
 * <p>Safe for use by several threads.
 */
public final class Children {

  /** Filled once, by a kernel before any of its user's code runs, or at the first use. */
  private static final AtomicReference<@Nullable Children> INSTANCE = new AtomicReference<>();

  private final Host host;
  private final Permits permits;
  private final Packer packer;
  private final Spares spares;
  private final Set<Object> handles = Collections.synchronizedSet(new LinkedHashSet<>());
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong names = new AtomicLong();
  private volatile @Nullable Values values;

  private Children(Host host, Permits permits) {
    this.host = host;
    this.permits = permits;
    packer = new Packer(host.book());
    spares = new Spares(host);
  }

  /**
   * Says in what program this is; for kernels, before any notebook code runs.
   *
   * @throws IllegalStateException if it is known already
   */
  public static void connect(Host host) {
    connect(host, Permits.of(Limits.children()));
  }

  static void connect(Host host, Permits permits) {
    if (!INSTANCE.compareAndSet(null, new Children(host, permits))) {
      throw new IllegalStateException("Children are connected already");
    }
  }

  /** Adds a handle to those that users see, until it is removed. */
  public void register(Object handle) {
    handles.add(handle);
  }

  /** Removes a handle. */
  public void unregister(Object handle) {
    handles.remove(handle);
  }

  /** Returns the handles of the given type that are registered now, in the order of their start. */
  public <H> List<H> registered(Class<H> type) {
    List<H> found = new ArrayList<>();
    synchronized (handles) {
      for (Object each : handles) {
        if (type.isInstance(each)) {
          found.add(type.cast(each));
        }
      }
    }
    return found;
  }

  /** Returns this process's children. */
  public static Children here() {
    Children children = INSTANCE.get();
    if (children == null) {
      Permits permits = Permits.of(Limits.children());
      INSTANCE.compareAndSet(null, new Children(new PlainHost(), permits));
      return here();
    }
    return children;
  }

  /** Returns the program in which this is. */
  public Host host() {
    return host;
  }

  /** Returns what makes tasks and arguments ready to be sent. */
  public Packer packer() {
    return packer;
  }

  /** Returns what packs values with the classes of the calling thread. */
  Values values() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ClassBook book = loader instanceof ClassBook own ? own : host.book();
    Values latest = values;
    if (latest == null || !latest.areOf(book)) {
      latest = new Values(book, host.depth());
      values = latest;
    }
    return latest;
  }

  /** Returns a number for a name, other than all before. */
  public long nextNumber() {
    return names.incrementAndGet();
  }

  /** Returns whether {@link #take} has a child that was started in advance, as far as is known. */
  public boolean hasSpare(ChildSettings settings) {
    return settings.equals(ChildSettings.DEFAULT) && spares.count() > 0;
  }

  /** Starts a daemon thread that belongs to this library, and to no cell. */
  public static Thread startThread(String name, Runnable body) {
    return HouseThreads.start(name, body);
  }

  /** Starts children in advance, as code that uses them is about to run; returns at once. */
  public void prepare() {
    spares.want();
  }

  /** Ends the children that nobody uses, and starts none in advance any more. */
  public void close() {
    spares.close();
  }

  /**
   * Returns a child for the caller alone, who is to {@link Child#assign} a listener; does not wait
   * until it can take tasks.
   *
   * @throws IOException if the system does not start it, or a limit is reached
   */
  public Child take(ChildSettings settings) throws IOException {
    if (host.depth() >= Limits.depth()) {
      throw new IOException(
          "children are nested " + host.depth() + " deep, which is the limit (-Dweft.depth)");
    }
    if (!permits.acquire()) {
      throw new IOException("as many children as may be are alive (-Dweft.children)");
    }
    Child spare = settings.equals(ChildSettings.DEFAULT) ? spares.take() : null;
    if (spare != null) {
      spare.use(permits);
      return spare;
    }
    try {
      String name = "child-" + numbers.incrementAndGet();
      Child fresh = Child.start(host, settings, permits, name, false);
      spares.waitFor(fresh);
      return fresh;
    } catch (IOException e) {
      permits.release(1);
      throw e;
    }
  }
}
