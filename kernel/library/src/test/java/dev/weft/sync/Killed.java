package dev.weft.sync;

import dev.weft.process.ChildProcess;
import dev.weft.process.SerializableRunnable;

/** A child of a test that does something, and is killed then. */
final class Killed {

  private Killed() {}

  /** What a child does before it waits for its end. */
  interface Deed extends java.io.Serializable {
    void run() throws Exception;
  }

  /** Kills a child once it has done something. */
  static void after(Deed deed) throws Exception {
    try (ProcessEvent done = new ProcessEvent()) {
      SerializableRunnable body =
          () -> {
            deed.run();
            done.set();
            Thread.sleep(600_000);
          };
      ChildProcess<?> child = ChildProcess.start(body);
      done.await();
      child.kill();
      child.join();
    }
  }
}
