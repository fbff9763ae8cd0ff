package dev.weft.process.child;

import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.Unpacker;
import dev.weft.trace.flight.HelperThreads;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A child JVM, seen from its parent.
 *
 * <p>What is sent before it has connected waits. Any thread may call the methods; those that send
 * wait while the child does not read, and an interrupt has no effect on them. What goes to a child
 * that has ended is lost: {@link ChildListener#ended} says so.
 *
 * <p>Three daemon threads belong to it and end with it: one that reads what it says, and two for
 * what it writes past its own streams.
 */
public final class Child {

  /** How long to wait, after the process has ended, for what its own children still write. */
  private static final long DRAIN_MILLIS = 500;

  /** Of how many tasks that have ended it is known whose they were, as threads may still print. */
  private static final int OWNERS_KEPT = 1_000;

  /** How long shutdown hooks may take after a request to end. */
  private static final long GRACE_SECONDS = 2;

  private final Host host;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Process process;
  private final WireServer server;
  private final Pump outPump;
  private final Pump errPump;
  private final Thread outThread;
  private final Thread errThread;
  private final Unpacker unpacker;
  private final Map<Long, Owner> owners = new ConcurrentHashMap<>();
  private volatile @Nullable Owner latestOwner;
  private volatile @Nullable ChildListener listener;
  private volatile String label = "";
  private final long startNanos = System.nanoTime();
  private volatile long endNanos = Long.MAX_VALUE;
  private final AtomicReference<@Nullable ChildRecord> record = new AtomicReference<>();
  private volatile boolean orderly;

  /** Where it gets leave to start children of its own, and gives its own back. */
  private volatile Permits permits;

  /** How many descendants it has; of the thread that reads. */
  private int granted;

  private volatile int signal;

  /** Guards all that is below, and the order of what is sent. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Queue<Outgoing> waiting = new ArrayDeque<>();
  private final Map<String, byte[]> sentClasses = new HashMap<>();
  private int sentClassPath;
  private @Nullable Wire wire;
  private @Nullable ChildEnd end;

  /** A frame, and a parcel in place of its contents. */
  private record Outgoing(Frame frame, @Nullable Parcel parcel) {}

  private Child(Host host, Permits permits, Process process, WireServer server, String name) {
    this.host = host;
    this.permits = permits;
    this.process = process;
    this.server = server;
    unpacker = new Unpacker(host.book());
    outPump = new Pump(process.getInputStream(), false, () -> latestOwner);
    errPump = new Pump(process.getErrorStream(), true, () -> latestOwner);
    outThread = daemon(name + "-stdout", outPump);
    errThread = daemon(name + "-stderr", errPump);
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread =
        Thread.ofPlatform()
            .group(HelperThreads.GROUP)
            .daemon()
            .name(name)
            .inheritInheritableThreadLocals(false)
            .unstarted(body);
    thread.setContextClassLoader(Child.class.getClassLoader());
    thread.start();
    return thread;
  }

  /**
   * Starts a JVM, and returns without waiting for it.
   *
   * @param permits where one is given back when it ends
   * @param spare whether there is time before its first task
   * @throws IOException if the system does not start it
   */
  static Child start(Host host, ChildSettings settings, Permits permits, String name, boolean spare)
      throws IOException {
    WireServer server = WireServer.open();
    try {
      Process process =
          ChildCommand.builder(settings, server.address(), host.depth() + 1, spare).start();
      Child child = new Child(host, permits, process, server, name);
      var unused = process.onExit().thenRun(child::stopListening);
      daemon(name, child::serve);
      return child;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Makes a child that was started in advance count. */
  void use(Permits from) {
    lock.lock();
    try {
      permits = from;
      if (end != null) {
        from.release(1);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives the child to a user, who is told of everything from now on. */
  public void assign(ChildListener user) {
    ChildEnd ended = null;
    lock.lock();
    try {
      listener = user;
      ended = end;
    } finally {
      lock.unlock();
    }
    if (ended != null) {
      user.ended(ended);
    }
  }

  /** Waits until it can take tasks; returns false if it has ended. */
  boolean awaitReady() throws InterruptedException {
    try {
      return ready.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns whether it can take tasks, as far as is known. */
  boolean isUsable() {
    return ready.getNow(false) && process.isAlive();
  }

  /** Waits a moment for the end of what was killed. */
  void awaitGone() {
    try {
      process.waitFor(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
      outThread.join(DRAIN_MILLIS);
      errThread.join(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the process. */
  public Process process() {
    return process;
  }

  /**
   * Sends a task, whose value is a {@link java.util.concurrent.Callable} or a {@link Runnable}.
   *
   * @param task the sender's number for it
   * @param last whether the child ends after it, with its exit status
   */
  public void run(long task, Parcel parcel, Owner owner, boolean last) {
    own(task, owner);
    send(Frame.of(last ? Frame.LAST_TASK : Frame.TASK, task), parcel);
  }

  /** Sends a {@link java.util.function.Function} that {@link #call} applies. */
  public void keep(long function, Parcel parcel) {
    send(Frame.of(Frame.FUNCTION, function), parcel);
  }

  /** Sends a task that applies a function, which was sent before, to a value. */
  public void call(long task, long function, Parcel argument, Owner owner) {
    own(task, owner);
    send(Frame.of(Frame.CALL, task, Long.toString(function)), argument);
  }

  private void own(long task, Owner owner) {
    latestOwner = owner;
    owners.put(task, owner);
  }

  /** Says that a function that was sent will not be called any more. */
  public void forget(long function) {
    send(Frame.of(Frame.FORGET, function), null);
  }

  /** Interrupts a task if it runs. */
  public void cancel(long task) {
    send(Frame.of(Frame.CANCEL, task), null);
  }

  /** Makes the child end when it has done what was sent before. */
  public void end() {
    send(Frame.of(Frame.END, 0), null);
  }

  /** Asks the child to end, and ends it if it takes longer than some seconds. */
  public void terminate() {
    signal = 15;
    process.destroy();
    var unused =
        process
            .onExit()
            .copy()
            .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
            .thenRun(process::destroyForcibly);
  }

  /** Ends the child at once. */
  public void kill() {
    signal = signal == 0 ? 9 : signal;
    process.destroyForcibly();
  }

  /** Says what to call it where it is shown. */
  public void setLabel(String name) {
    label = name;
  }

  String label() {
    return label.isEmpty() ? "process " + process.pid() : label;
  }

  long startNanos() {
    return startNanos;
  }

  /** Returns when it ended, or {@link Long#MAX_VALUE}. */
  long endNanos() {
    return endNanos;
  }

  /** Returns whether it was given to a user. */
  boolean isUsed() {
    return listener != null;
  }

  /** Takes the recorder's side of a recording; returns false if it has another. */
  boolean recordWith(ChildRecord mine) {
    return record.compareAndSet(null, mine);
  }

  void recordNoMore(ChildRecord mine) {
    record.compareAndSet(mine, null);
  }

  /** Sends what the recorder orders. */
  void order(Frame frame) {
    send(frame, null);
  }

  private void send(Frame frame, @Nullable Parcel parcel) {
    lock.lock();
    try {
      Wire to = wire;
      if (to == null) {
        waiting.add(new Outgoing(frame, parcel == null ? null : parcel.detached()));
      } else {
        send(to, frame, parcel);
      }
    } catch (IOException e) {
      // the thread that reads sees the same and tells
    } finally {
      lock.unlock();
    }
  }

  private void send(Wire to, Frame frame, @Nullable Parcel parcel) throws IOException {
    if (parcel == null) {
      to.send(frame);
      return;
    }
    var additions = host.classPathAdditions();
    for (; sentClassPath < additions.size(); sentClassPath++) {
      to.send(Frame.of(Frame.CLASS_PATH, 0, additions.get(sentClassPath).toString()));
    }
    if (replaces(parcel.classes())) {
      to.send(Frame.of(Frame.NEW_LOADER, 0));
      sentClasses.clear();
    }
    for (Map.Entry<String, byte[]> each : parcel.classes().entrySet()) {
      if (sentClasses.put(each.getKey(), each.getValue()) == null) {
        to.send(Frame.of(Frame.CLASS, 0, each.getKey(), each.getValue()));
      }
    }
    to.send(frame, parcel);
  }

  /** Whether the child has another version of one of these classes. */
  private boolean replaces(Map<String, byte[]> classes) {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      byte[] sent = sentClasses.get(each.getKey());
      if (sent != null && sent != each.getValue()) {
        return true;
      }
    }
    return false;
  }

  private void stopListening() {
    try {
      server.close();
    } catch (IOException e) {
      kill();
    }
  }

  /** The body of the thread that reads. */
  private void serve() {
    try (Wire connected = server.accept()) {
      new Reading(connected).readAll();
    } catch (IOException e) {
      // the end of the stream, in whatever way; how the process has ended follows
    }
    tellEnd();
  }

  private void connect(Wire connected) throws IOException {
    lock.lock();
    try {
      wire = connected;
      ChildRecords.connected(this);
      for (Outgoing each = waiting.poll(); each != null; each = waiting.poll()) {
        send(connected, each.frame(), each.parcel());
      }
    } finally {
      lock.unlock();
    }
    ready.complete(true);
  }

  private void tellEnd() {
    ready.complete(false);
    ChildEnd how = awaitEnd();
    endNanos = System.nanoTime();
    ChildListener user = null;
    lock.lock();
    try {
      end = how;
      user = listener;
      permits.release(granted + 1);
    } finally {
      lock.unlock();
    }
    ChildRecords.ended(this);
    ChildRecord recording = record.get();
    if (recording != null) {
      recording.ended();
    }
    if (user != null) {
      user.ended(how);
    }
  }

  private ChildEnd awaitEnd() {
    int status = -1;
    try {
      status = process.waitFor();
      outThread.join(DRAIN_MILLIS);
      errThread.join(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new ChildEnd(ChildEnd.code(status, orderly, signal), errPump.lastLines());
  }

  /** Returns how it has ended, or empty while it is alive. */
  Optional<ChildEnd> ended() {
    lock.lock();
    try {
      return Optional.ofNullable(end);
    } finally {
      lock.unlock();
    }
  }

  /** What the child says, seen by the thread that reads. */
  private final class Reading {
    private final Wire from;
    private final Utf8Text out = new Utf8Text();
    private final Utf8Text err = new Utf8Text();

    Reading(Wire from) {
      this.from = from;
    }

    void readAll() throws IOException {
      try {
        while (true) {
          receive(from.receive());
        }
      } finally {
        for (Owner each : owners.values()) {
          each.flush();
        }
      }
    }

    private void receive(Frame frame) throws IOException {
      switch (frame.type()) {
        case Frame.HELLO -> connect(from);
        case Frame.OUT -> print(frame, false);
        case Frame.ERR -> print(frame, true);
        case Frame.RESULT -> answer(frame, null);
        case Frame.THROWN -> answer(frame, frame.text());
        case Frame.NEED_CLASS -> sendClass(frame);
        case Frame.MAY_START -> grant(frame);
        case Frame.ENDED -> ungrant((int) frame.id());
        case Frame.RECORDING, Frame.CLOCK_IS, Frame.SEEN, Frame.RECORDED -> recorded(frame);
        default -> sawBye(frame);
      }
    }

    private void print(Frame frame, boolean error) {
      byte[] bytes = frame.contents().body();
      String text = (error ? err : out).decode(bytes, bytes.length);
      if (error) {
        errPump.note(text);
      }
      Owner to = owners.getOrDefault(frame.id(), latestOwner);
      if (to != null) {
        to.print(error, text);
      }
    }

    private void recorded(Frame frame) throws IOException {
      ChildRecord to = record.get();
      if (to != null) {
        to.receive(frame);
      }
    }

    private void answer(Frame frame, @Nullable String trace) {
      Owner owner = owners.get(frame.id());
      if (owner != null) {
        owner.flush();
      }
      owners.remove(frame.id() - OWNERS_KEPT);
      ChildListener user = listener;
      if (user != null) {
        user.answered(frame.id(), new Answer(unpacker, frame.contents(), trace));
      }
    }

    private void sendClass(Frame frame) throws IOException {
      byte[] bytes = host.book().bytes(frame.text());
      lock.lock();
      try {
        if (bytes != null) {
          sentClasses.put(frame.text(), bytes);
        }
        from.send(Frame.of(Frame.REPLY, frame.id(), "", bytes == null ? new byte[0] : bytes));
      } finally {
        lock.unlock();
      }
    }

    private void grant(Frame frame) throws IOException {
      boolean may = permits.acquire();
      granted += may ? 1 : 0;
      from.send(Frame.of(Frame.REPLY, frame.id(), "", new byte[may ? 1 : 0]));
    }

    private void ungrant(int count) {
      granted -= count;
      permits.release(count);
    }

    private void sawBye(Frame frame) {
      orderly = true;
      signal = (int) frame.id();
    }
  }
}
