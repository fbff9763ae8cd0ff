package dev.weft.process.child;

import java.io.IOException;

/** The main class of a child JVM. */
public final class ChildMain {

  private ChildMain() {}

  /**
   * Serves the parent until it says or goes.
   *
   * @param args the address where the parent waits, how many ancestors are children themselves, and
   *     whether this one is started in advance
   * @throws ChildExit.Failed if the exit status is to be 1
   */
  public static void main(String[] args) throws ChildExit.Failed {
    if (args.length != 3) {
      System.err.println("This class is started by the library, as a child process");
      System.exit(2);
    }
    try {
      WarmUp beside = WarmUp.start(Boolean.parseBoolean(args[2]));
      int depth = Integer.parseInt(args[1]);
      ChildSession session = ChildSession.start(WireServer.connect(args[0]), depth);
      beside.await();
      session.serve();
    } catch (IOException e) {
      System.err.println("The parent process can't be reached: " + e.getMessage());
      System.exit(1);
    }
  }
}
