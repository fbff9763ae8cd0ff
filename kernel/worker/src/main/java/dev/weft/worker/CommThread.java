package dev.weft.worker;

import dev.weft.comm.CommReceiver;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.worker.guard.CellStopped;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands what clients say on comms to the code of cells, one message after the other, on the thread
 * {@code comm}, which starts with the first.
 */
final class CommThread {

  private final CellContext context;
  private final EventSender sender;
  private final CommReceiver receiver;
  private final CellComms comms;
  private final BlockingQueue<Command.Comm> queue = new LinkedBlockingQueue<>();
  private boolean started;

  CommThread(CellContext context, EventSender sender, CommReceiver receiver, CellComms comms) {
    this.context = context;
    this.sender = sender;
    this.receiver = receiver;
    this.comms = comms;
  }

  /** Takes a message; called by the thread that reads the link. */
  void receive(Command.Comm message) {
    queue.add(message);
    if (!started) {
      started = true;
      Thread thread = new Thread(this::handleAll, "comm");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void handleAll() {
    while (true) {
      try {
        Command.Comm next = queue.take();
        Thread.interrupted();
        handle(next);
      } catch (InterruptedException e) {
        // meant for a callback that has ended
      }
    }
  }

  private void handle(Command.Comm message) {
    Cell cell = context.latest().during(message.number());
    try {
      context.during(
          cell,
          () -> {
            receiver.received(message.message());
            receiver.flush();
          });
    } catch (CellStopped e) {
      return; // which its cell was told
    } catch (Throwable e) { // a fault of the library's, or no memory: the next message is handled
      comms.noteFault(cell, e);
    } finally {
      sender.send(new Event.CommHandled(message.number()));
    }
  }
}
