package dev.weft.stress;

import dev.weft.sync.ProcessEvent;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** Who sees an event set sees what was done before it was set. */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "set, and seen")
@Outcome(
    id = {"false, 0", "false, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "not set yet")
@State
public class EventShows {

  private final ProcessEvent event = new ProcessEvent();
  private int plain;

  @Actor
  public void setter() {
    plain = 1;
    event.set();
  }

  @Actor
  public void looker(ZI_Result r) {
    r.r1 = event.isSet();
    r.r2 = plain;
  }

  @Arbiter
  public void after(ZI_Result r) {
    event.close();
  }
}
