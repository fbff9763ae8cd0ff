package dev.weft.front.remote;

import dev.weft.link.Event;
import dev.weft.link.KernelAnswer;
import dev.weft.link.OfferedMagic;
import java.util.List;

/** What serves code that calls the kernel while it runs. */
public interface KernelCalls {

  /**
   * Does what a thread of the worker has asked for; called by the thread that runs cells, which may
   * run more code through its session: that runs in the thread that asked.
   */
  KernelAnswer answer(Event.KernelCalled call);

  /** Takes the magics that the worker's code offers now; called by any thread. */
  void offered(List<OfferedMagic> magics);
}
