package dev.weft.process.child;

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
  private final Packer packer;
  private final Set<Object> handles = Collections.synchronizedSet(new LinkedHashSet<>());
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong names = new AtomicLong();

  private Children(Host host) {
    this.host = host;
    packer = new Packer(host.book());
  }

  /**
   * Says in what program this is; for kernels, before any notebook code runs.
   *
   * @throws IllegalStateException if it is known already
   */
  public static void connect(Host host) {
    if (!INSTANCE.compareAndSet(null, new Children(host))) {
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
      INSTANCE.compareAndSet(null, new Children(new PlainHost()));
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

  /** Returns a number for a name, other than all before. */
  public long nextNumber() {
    return names.incrementAndGet();
  }

  /**
   * Returns a child for the caller alone, who is to {@link Child#assign} a listener; does not wait
   * until it can take tasks.
   *
   * @throws IOException if the system does not start it
   */
  public Child take(ChildSettings settings) throws IOException {
    return Child.start(host, settings, "child-" + numbers.incrementAndGet());
  }
}
