package dev.weft.worker;

import dev.weft.link.Link;
import java.io.IOException;

/** Starts a worker that serves the front at the given address. */
public final class WorkerMain {

  private WorkerMain() {}

  /**
   * Runs until the front ends the worker or goes away.
   *
   * @param args the address of the front's link
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("Usage: java -jar weft-worker.jar ADDRESS");
      System.exit(2);
    }
    try {
      Worker.start(Link.connect(args[0])).serve();
    } catch (IOException e) {
      System.err.println(
          "The worker cannot reach the kernel at " + args[0] + ": " + e.getMessage());
      System.exit(1);
    }
  }
}
