package dev.weft.process.child;

import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A child's side of the connection.
 *
 * <p>The thread {@code main} runs the tasks, one after the other. The thread {@code parent} reads
 * what the parent says, and ends the JVM at once when the parent has gone, whatever main does.
 */
final class ChildSession implements Runnable {

  /** Exit status when the parent has gone. */
  static final int PARENT_LOST = 113;

  private final Wire wire;
  private final Requests requests;
  private final JarLoader jars = new JarLoader();
  private final TaskOwner owner = new TaskOwner();
  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final ChildExit exit = new ChildExit();
  private final TaskRunner runner;
  private final ChildHost host;
  private final ChildRecorder recorder;

  /** Written by the thread that reads. */
  private Generation generation;

  private ChildSession(Wire wire, int depth) {
    this.wire = wire;
    requests = new Requests(wire);
    generation = new Generation(jars, requests);
    host = new ChildHost(wire, owner, generation, depth);
    runner = new TaskRunner(wire, owner);
    recorder = new ChildRecorder(wire);
  }

  /** A frame and the classes that go with it. */
  record Work(Frame frame, Generation generation) {}

  static ChildSession start(Wire wire, int depth) {
    ChildSession session = new ChildSession(wire, depth);
    System.setOut(ChildOutput.stream(wire, Frame.OUT, session.owner));
    System.setErr(ChildOutput.stream(wire, Frame.ERR, session.owner));
    Runtime.getRuntime().addShutdownHook(new Thread(session.new Bye(), "bye"));
    Children.connect(session.host, session.requests);
    HouseThreads.start("parent", session);
    return session;
  }

  /** The shutdown hook. */
  private final class Bye implements Runnable {
    @Override
    public void run() {
      sayBye();
    }
  }

  private void sayBye() {
    int signal = ChildSignals.ending();
    recorder.finish();
    Optional<Integer> status = signal == 0 ? exit.finalStatus() : Optional.empty();
    System.out.flush();
    System.err.flush();
    if (status.isPresent()) {
      ChildExit.closeStreams();
      send(Frame.of(Frame.DONE, status.get()));
    } else {
      send(Frame.of(Frame.BYE, signal));
    }
    wire.end();
  }

  private void send(Frame frame) {
    try {
      wire.send(frame);
    } catch (IOException e) {
      Runtime.getRuntime().halt(PARENT_LOST);
    }
  }

  /**
   * Runs tasks until the last; the calling thread is the one that runs user code, and is to return
   * from main.
   *
   * @throws ChildExit.Failed for main to throw, if the exit status is to be 1
   */
  void serve() throws ChildExit.Failed {
    send(Frame.of(Frame.HELLO, 0));
    OptionalInt status = OptionalInt.empty();
    while (status.isEmpty()) {
      Work work = next();
      recorder.awaitBegun();
      status = runner.run(work);
    }
    recorder.finish();
    exit.leave(status.getAsInt());
  }

  /** An interrupt is by a thread of an earlier task. */
  private Work next() {
    Work work = queue.poll();
    if (work != null) {
      return work;
    }
    Span idle = Trace.begin(Activity.TAKE, "a task");
    while (work == null) {
      try {
        work = queue.take();
      } catch (InterruptedException e) {
        work = queue.poll();
      }
    }
    idle.end();
    return work;
  }

  /** The body of the thread that reads. */
  @Override
  public void run() {
    try {
      while (true) {
        receive(wire.receive());
      }
    } catch (IOException | RuntimeException | Error e) {
      Runtime.getRuntime().halt(PARENT_LOST);
    }
  }

  private void receive(Frame frame) throws IOException {
    switch (frame.type()) {
      case Frame.CLASS -> generation.loader.add(frame.text(), frame.contents().body());
      case Frame.NEW_LOADER -> {
        generation = new Generation(jars, requests);
        host.use(generation);
      }
      case Frame.CLASS_PATH -> {
        jars.add(frame.text());
        host.added(frame.text());
      }
      case Frame.RECORD, Frame.RECORD_END, Frame.CLOCK -> recorder.receive(frame);
      case Frame.WAITS -> HouseThreads.start("waits", () -> send(ChildWaits.answer()));
      case Frame.CANCEL -> runner.cancel(frame.id());
      case Frame.REPLY -> requests.answered(frame);
      default -> queue.add(new Work(frame, generation));
    }
  }
}
