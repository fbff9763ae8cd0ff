package dev.weft.stress;

import dev.weft.sync.ProcessEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Who waits goes on also if the event is cleared at once, unless it came too late. */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "woken")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "came after the clear")
@State
public class EventWakes {

  private final ProcessEvent event = new ProcessEvent();

  @Actor
  public void setter() {
    event.set();
    event.clear();
  }

  @Actor
  public void waiter(ZZ_Result r) {
    try {
      r.r1 = event.await(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Arbiter
  public void after(ZZ_Result r) {
    r.r2 = event.isSet();
    event.close();
  }
}
