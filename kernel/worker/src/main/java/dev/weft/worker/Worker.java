package dev.weft.worker;

import dev.weft.comm.CommReceiver;
import dev.weft.display.Display;
import dev.weft.input.Input;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.Link;
import dev.weft.link.StreamName;
import dev.weft.magic.Magics;
import dev.weft.process.child.Children;
import dev.weft.segment.Family;
import dev.weft.step.Steps;
import dev.weft.timeline.TimelineRecorder;
import dev.weft.trace.flight.HelperThreads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The worker's parts and its loop: takes requests one by one and answers them. */
final class Worker {

  /** Exit status when the front has gone away. */
  static final int LINK_LOST = 70;

  /** Exit status when the worker itself cannot go on. */
  private static final int BROKEN = 71;

  private final Link link;
  private final BlockingQueue<Command.Request> requests = new LinkedBlockingQueue<>();
  private final EventSender sender;
  private final OutputPump pump;
  private final SnippetLoader loader;
  private final CellContext context;
  private final Stops stops;
  private final DeadlockWatch deadlocks;
  private final CellInput input;
  private final CellDisplay display;
  private final UncaughtHandler uncaught;
  private final CommReceiver commReceiver;
  private final CommThread comms;
  private final SnippetRunner runner;
  private final Requests carrier;
  private final KernelBridge bridge;

  private Worker(Link link) {
    this.link = link;
    StepWeave steps = new StepWeave();
    ClassWeaver weaver =
        new ClassWeaver(List.of(new PublicWeave(), new ShipWeave(), new StopWeave(), steps));
    sender = new EventSender(link);
    pump = new OutputPump();
    loader = new SnippetLoader(weaver);
    context = new CellContext(loader, Thread.currentThread(), cell(0, false));
    stops = new Stops(context, sender, Thread.currentThread());
    deadlocks = new DeadlockWatch(context, Thread.currentThread(), Worker::warmRecorder);
    loader.onLoad(deadlocks::loads);
    input = new CellInput(context, sender, stops);
    display = new CellDisplay(context, stops, loader);
    uncaught = new UncaughtHandler(context, stops, sender);
    CellComms channel = new CellComms(context, sender, stops, pump, uncaught);
    commReceiver = channel.connect();
    comms = new CommThread(context, sender, commReceiver, channel);
    runner = new SnippetRunner(loader, stops, display);
    Redefiner redefiner = new Redefiner(loader, weaver);
    Steps.connect(new WorkerSteps(steps, redefiner));
    carrier = new Requests(loader, runner, new Variables(loader), redefiner);
    bridge = new KernelBridge(context, sender, stops, carrier);
  }

  /** So that the first timeline costs little. */
  private static void warmRecorder() {
    try {
      TimelineRecorder.warmUp();
    } catch (IOException | RuntimeException e) {
      // such as without room for its files: who wants a timeline is told then
    }
  }

  /** Starts the threads, and says that the worker is ready. */
  static Worker start(Link link) {
    Worker worker = new Worker(link);
    startThread("link-writer", worker.sender::writeAll);
    startThread("link-reader", worker::readAll);
    startThread("output", worker.pump::tickAll);
    worker.replaceStreams();
    worker.sender.send(new Event.Ready(ProcessHandle.current().pid()));
    return worker;
  }

  private static void startThread(String name, Runnable body) {
    Thread thread = new Thread(HelperThreads.GROUP, body, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void replaceStreams() {
    System.setProperty("stdin.encoding", "UTF-8");
    System.setOut(new CellPrintStream(StreamName.STDOUT, context, stops));
    System.setErr(new CellPrintStream(StreamName.STDERR, context, stops));
    System.setIn(input);
    Display.connect(display);
    Magics.connect(bridge);
    DeadlockWatch.connect(loader, context);
    Children.connect(new WorkerHost(loader, context, stops));
    Input.connect(input::line);
    Thread.setDefaultUncaughtExceptionHandler(uncaught);
    Runtime.getRuntime().addShutdownHook(new Thread(this::flushAtExit, "flush"));
  }

  /** Lets what was printed before {@code System.exit} reach the front. */
  private void flushAtExit() {
    pump.flushAll();
    try {
      sender.awaitWritten(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Handles requests for ever; the calling thread is the one that runs user code. */
  void serve() {
    try {
      WarmUp.run(runner, context.latest());
      while (true) {
        Event.Reply reply = handle(nextRequest());
        commReceiver.flush();
        context.latest().output().flushAll();
        sender.send(reply);
      }
    } finally {
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  /** An interrupt is by a thread of an earlier cell, and meant for code that has ended. */
  private Command.Request nextRequest() {
    Command.Request request = null;
    while (request == null) {
      try {
        request = requests.take();
      } catch (InterruptedException e) {
        request = requests.poll();
      }
    }
    return request;
  }

  private Event.Reply handle(Command.Request request) {
    if (request instanceof Command.Run run) {
      return run(run);
    }
    return request instanceof Command.ReadVariable
        ? readVariable(request)
        : carrier.carryOut(request);
  }

  private Event.RunDone run(Command.Run run) {
    Cell cell = context.latest();
    if (cell.id() != run.cell() || cell.allowStdin() != run.allowStdin()) {
      cell = cell(run.cell(), run.allowStdin());
    }
    context.enter(cell);
    stops.begin(cell);
    deadlocks.begin(cell);
    try {
      return new Event.RunDone(run.cell(), runner.run(cell, run.steps()));
    } finally {
      deadlocks.end();
      stops.end();
    }
  }

  /** A value's {@code toString} is user code too, and can be stopped like the latest cell. */
  private Event.Reply readVariable(Command.Request read) {
    stops.begin(context.latest());
    try {
      return carrier.carryOut(read);
    } finally {
      stops.end();
    }
  }

  private Cell cell(long id, boolean allowStdin) {
    return new Cell(id, allowStdin, new CellOutput(id, pump, sender));
  }

  /** The body of the thread {@code link-reader}: ends the JVM when the front has gone. */
  private void readAll() {
    try {
      while (true) {
        receive((Command) link.receive());
      }
    } catch (IOException | RuntimeException | Error e) {
      Family.leave();
      Runtime.getRuntime().halt(LINK_LOST);
    }
  }

  private void receive(Command command) {
    if (command instanceof Command.Request request) {
      requests.add(request);
    } else if (command instanceof Command.Stop(long cell)) {
      stops.stop(cell);
    } else if (command instanceof Command.Comm message) {
      comms.receive(message);
    } else if (command instanceof Command.InputReply reply) {
      input.answer(reply);
    } else if (command instanceof Command.CallBack(long call, var _)) {
      bridge.receive(call, command);
    } else if (command instanceof Command.AnswerCall(long call, var _)) {
      bridge.receive(call, command);
    } else {
      Children.here().close();
      Family.leave();
      Runtime.getRuntime().halt(0);
    }
  }
}
