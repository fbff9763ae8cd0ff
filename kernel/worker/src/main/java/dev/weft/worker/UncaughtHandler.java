package dev.weft.worker;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Prints what ends a user's thread to the standard error of the cell that started the thread. */
final class UncaughtHandler implements Thread.UncaughtExceptionHandler {

  private final CellContext context;
  private final Stops stops;

  UncaughtHandler(CellContext context, Stops stops) {
    this.context = context;
    this.stops = stops;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (stops.isStop(context.current(), thrown)) {
      return;
    }
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    System.err.print("Exception in thread \"" + thread.getName() + "\" " + trace);
  }
}
