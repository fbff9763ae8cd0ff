package dev.weft.worker;

import dev.weft.link.Event;
import dev.weft.link.Thrown;
import dev.weft.worker.guard.CellStopped;

/** Reports what ends a user's thread to the cell that started the thread. */
final class UncaughtHandler implements Thread.UncaughtExceptionHandler {

  private final CellContext context;
  private final Stops stops;
  private final EventSender sender;

  UncaughtHandler(CellContext context, Stops stops, EventSender sender) {
    this.context = context;
    this.stops = stops;
    this.sender = sender;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Cell cell = context.current();
    if (!stops.isStop(cell, thrown)) {
      cell.output().flush();
      Event report = new Event.Uncaught(cell.id(), name(thread), data(thrown));
      sender.send(report, () -> stops.endsPrinting(cell));
    }
  }

  private static String name(Thread thread) {
    boolean isNamed = !thread.getName().isEmpty();
    return isNamed ? thread.getName() : "virtual thread #" + thread.threadId();
  }

  private static Thrown data(Throwable thrown) {
    try {
      return ThrownBuilder.build(thrown);
    } catch (CellStopped | OutOfMemoryError | StackOverflowError e) {
      return ThrownBuilder.nameOnly(thrown);
    }
  }
}
