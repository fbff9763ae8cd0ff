package dev.weft.front.server;

import com.google.gson.JsonObject;
import dev.weft.front.history.History;
import dev.weft.front.interpreter.Interpreter;
import dev.weft.front.interpreter.OutputSink;
import dev.weft.front.protocol.Channel;
import dev.weft.front.protocol.Message;
import dev.weft.front.protocol.MessageHandler;
import dev.weft.front.protocol.MessageSink;
import dev.weft.front.protocol.Session;
import java.util.function.Function;

/**
 * The core of the kernel: takes messages, answers them, and passes output on.
 *
 * <p>Around every request on shell and control it sends {@code busy} and {@code idle}, and between
 * them the output and the reply, all in that order through one sink. Shell requests are answered by
 * the {@code shell} thread in the order in which they came, those about comms by the {@code comm}
 * thread, which does not wait for cells, and control requests by the {@code control} thread, one by
 * one. Messages are taken from the start; those that need the interpreter wait for it.
 *
 * <pre>{@code
 * try (var server = new KernelServer(outbox, session, sink -> new EchoInterpreter(sink), settings)) {
 *   server.start();
 *   boolean restart = server.awaitShutdown();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class KernelServer implements MessageHandler, AutoCloseable {

  private final Function<OutputSink, Interpreter> interpreter;
  private final RequestQueue shellQueue = new RequestQueue();
  private final RequestQueue commQueue = new RequestQueue();
  private final RequestQueue controlQueue = new RequestQueue();
  private final InterpreterSlot slot = new InterpreterSlot();
  private final Shutdown shutdown = new Shutdown();
  private final Publisher publisher;
  private final RequestLoop shellLoop;
  private final RequestLoop commLoop;
  private final RequestLoop controlLoop;

  /**
   * Makes a server that does nothing yet but queue what it is given.
   *
   * @param session names the messages that are sent
   * @param interpreter makes the interpreter, once, on the thread {@code interpreter-start}; what
   *     it throws is told to whoever runs a cell
   */
  public KernelServer(
      MessageSink sink,
      Session session,
      Function<OutputSink, Interpreter> interpreter,
      KernelSettings settings) {
    this.interpreter = interpreter;
    Messenger messenger = new Messenger(sink, session);
    InputRequests input = new InputRequests(messenger, slot::provideInput);
    LiveComms liveComms = new LiveComms();
    publisher = new Publisher(messenger, input, liveComms);
    CommonHandler common = new CommonHandler(settings.version(), shutdown);
    History history = new History(settings.stateFolder().resolve("history"));
    ShellHandler shell =
        new ShellHandler(
            common,
            new ExecuteHandler(shellQueue, new CellRunner(slot), publisher, input, history),
            new CodeHandler(slot),
            new HistoryHandler(history),
            settings.ports());
    ControlHandler control =
        new ControlHandler(common, shellQueue, slot, input, new Usage(HostMeter::ofThisHost));
    shellLoop = new RequestLoop(shellQueue, shell, messenger, publisher, shutdown);
    CommHandler comm = new CommHandler(slot, publisher, liveComms);
    commLoop = new RequestLoop(commQueue, comm, messenger, publisher, shutdown);
    controlLoop = new RequestLoop(controlQueue, control, messenger, publisher, shutdown);
  }

  /** Says {@code starting} and starts the threads; called once. */
  public void start() {
    publisher.status(new JsonObject(), "starting");
    KernelThreads.start("interpreter-start", () -> slot.fill(() -> interpreter.apply(publisher)));
    KernelThreads.start("shell", shellLoop);
    KernelThreads.start("comm", commLoop);
    KernelThreads.start("control", controlLoop);
  }

  @Override
  public void received(Channel channel, Message message, JsonObject rawHeader) {
    Request request = new Request(channel, message, rawHeader);
    switch (channel) {
      case SHELL -> (CommHandler.takes(request.type()) ? commQueue : shellQueue).offer(request);
      case CONTROL, STDIN -> controlQueue.offer(request);
      case IOPUB -> {}
    }
  }

  /**
   * Waits until a client or {@link #end} has ended the kernel; all answers have been handed to the
   * sink by then, and nothing follows them.
   *
   * @return whether the client means to start a new kernel in its place
   */
  public boolean awaitShutdown() throws InterruptedException {
    return shutdown.await();
  }

  /** Ends the kernel without being asked by a client; returns at once. */
  public void end() {
    shutdown.request(false);
    shutdown.complete();
  }

  /** Ends the interpreter, whatever runs in it, and the threads. */
  @Override
  public void close() {
    shutdown.request(false);
    shellQueue.close();
    commQueue.close();
    controlQueue.close();
    slot.close();
  }
}
