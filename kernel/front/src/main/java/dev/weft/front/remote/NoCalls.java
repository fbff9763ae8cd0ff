package dev.weft.front.remote;

import dev.weft.link.Event;
import dev.weft.link.KernelAnswer;
import dev.weft.link.OfferedMagic;
import java.util.List;

/** Stands for the service of calls before the first cell. */
final class NoCalls implements KernelCalls {

  @Override
  public KernelAnswer answer(Event.KernelCalled call) {
    return new KernelAnswer.Failed("NoCell", "The kernel can't be called yet.");
  }

  @Override
  public void offered(List<OfferedMagic> magics) {}
}
