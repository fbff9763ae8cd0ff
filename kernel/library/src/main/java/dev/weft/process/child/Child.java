package dev.weft.process.child;

import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.Unpacker;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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

  /** How long shutdown hooks may take after a request to end. */
  private static final long GRACE_SECONDS = 2;

  private static final long GONE_MILLIS = 500;

  private final boolean spare;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Process process;
  private final WireServer server;
  private final Owners owners = new Owners();
  private final Leave leave;
  private final Outbox outbox;
  private final ChildStreams streams;
  private final Fate fate;
  private final Inbox inbox;
  private final RecordSeat seat = new RecordSeat();

  private Child(Host host, Leave leave, Process process, WireServer server, Start how) {
    this.process = process;
    this.server = server;
    this.leave = leave;
    spare = how.spare();
    outbox = new Outbox(host);
    streams = new ChildStreams(process, owners, how.name());
    fate = new Fate(process, streams, leave, how.mayLinger(), seat);
    inbox = new Inbox(new Unpacker(host.book()), outbox, owners, streams, leave, fate, this::tells);
  }

  /** What is known of a child from the start. */
  private record Start(String name, boolean spare, boolean mayLinger) {}

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
      ChildCommand command = new ChildCommand(settings, spare);
      Process process = command.builder(server.address(), host.depth() + 1).start();
      Start how = new Start(name, spare, command.hasOwnOptions());
      Child child = new Child(host, new Leave(permits), process, server, how);
      var unused = process.onExit().thenRun(child::stopListening);
      HouseThreads.start(name, child::serve);
      return child;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Makes a child that was started in advance count. */
  void use(Permits from) {
    leave.use(from);
  }

  /** Returns whether it was started in advance. */
  public boolean wasSpare() {
    return spare;
  }

  /** Gives the child to a user, who is told of everything from now on. */
  public void assign(ChildListener user) {
    fate.assign(user);
  }

  /** Waits until it can take tasks; returns false if it has ended. */
  boolean awaitReady() throws InterruptedException {
    try {
      return ready.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs an action when it can take tasks, or has ended before that. */
  void whenReady(Runnable action) {
    var unused = ready.thenRun(action);
  }

  /** Returns whether it can take tasks, as far as is known. */
  boolean isUsable() {
    return ready.getNow(false) && process.isAlive();
  }

  /** Waits a moment for the end of what was killed. */
  void awaitGone() {
    try {
      process.waitFor(GONE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    streams.drain();
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
    owners.own(task, owner);
    send(Frame.of(last ? Frame.LAST_TASK : Frame.TASK, task), parcel);
  }

  /** Sends a {@link java.util.function.Function} that {@link #call} applies. */
  public void keep(long function, Parcel parcel) {
    send(Frame.of(Frame.FUNCTION, function), parcel);
  }

  /** Sends a task that applies a function, which was sent before, to a value. */
  public void call(long task, long function, Parcel argument, Owner owner) {
    owners.own(task, owner);
    send(Frame.of(Frame.CALL, task, Long.toString(function)), argument);
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

  /** Says what to call it where it is shown. */
  public void setLabel(String name) {
    seat.setLabel(name);
  }

  /** Returns what a recording is told. */
  RecordSeat seat() {
    return seat;
  }

  /** Returns whether it was given to a user. */
  boolean isUsed() {
    return fate.listener() != null;
  }

  /** What it says about its threads, when asked. */
  private void tells(Frame frame) throws IOException {
    if (frame.type() == Frame.WAITS_ARE) {
      ChildWaits.answered(this, frame);
    } else {
      seat.receive(frame);
    }
  }

  /** Sends what a recording, or a search for deadlocks, orders. */
  void order(Frame frame) {
    send(frame, null);
  }

  private void send(Frame frame, @Nullable Parcel parcel) {
    outbox.send(frame, parcel);
  }

  /** Asks the child to end, and ends it if it takes longer than some seconds. */
  public void terminate() {
    fate.signalled(ChildSignals.TERMINATE);
    process.destroy();
    fate.killAfter(GRACE_SECONDS);
  }

  /** Ends the child at once. */
  public void kill() {
    fate.signalled(ChildSignals.KILL);
    process.destroyForcibly();
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
      inbox.readAll(connected, this::connected, () -> ready.complete(true));
    } catch (IOException e) {
      // the end of the stream, in whatever way; how the process has ended follows
    }
    ready.complete(false);
    ChildRecords.ended(this);
    ChildWaits.ended(this);
    fate.awaitProcess();
  }

  private void connected() {
    ChildRecords.connected(this);
    ChildWaits.connected(this);
  }
}
