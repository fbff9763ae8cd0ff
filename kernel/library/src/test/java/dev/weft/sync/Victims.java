package dev.weft.sync;

import dev.weft.bare.BareJvms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The processes of a stress test: each that is killed is replaced. */
final class Victims implements AutoCloseable {

  private static final int COUNT = 4;
  private static final int REPORT_EVERY = 500;
  private static final int MOST_STEPS = 60;
  private static final int LONGEST_NANOS = 300_000;

  private final Playground playground;
  private final String file;
  private final BareJvms jvms;
  private final SplittableRandom random;
  private final List<Victim> living = new ArrayList<>();

  Victims(Playground playground, Path folder, long seed) throws Exception {
    this.playground = playground;
    random = new SplittableRandom(seed);
    file = BareJvms.write(folder.resolve("playground"), playground);
    jvms = new BareJvms(folder, Victim.class, Victim.arguments(file, 0, seed, MOST_STEPS));
    for (int i = 0; i < COUNT; i++) {
      living.add(start(i));
    }
  }

  private Victim start(int number) {
    playground.gone(number);
    return Victim.start(jvms, file, number, random.nextLong());
  }

  /** Kills until there were so many or the time is over, and returns how many there were. */
  int killSome(int kills, long seconds) throws Exception {
    long start = System.nanoTime();
    int killed = 0;
    while (killed < kills && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
      Victim next = awaitOneThatPlays();
      TimeUnit.NANOSECONDS.sleep(random.nextInt(LONGEST_NANOS));
      next.process().destroyForcibly().waitFor();
      living.set(next.number(), start(next.number()));
      killed++;
      if (killed % REPORT_EVERY == 0) {
        System.out.println(killed + " killed, " + playground);
      }
    }
    return killed;
  }

  /** Waits for one that has done something, some more and some less. */
  private Victim awaitOneThatPlays() throws InterruptedException {
    int first = random.nextInt(COUNT);
    long steps = random.nextInt(1, MOST_STEPS);
    while (true) {
      for (int i = 0; i < COUNT; i++) {
        Victim each = living.get((first + i) % COUNT);
        if (playground.begun(each.number()) >= steps) {
          return each;
        }
        if (!each.process().isAlive()) {
          throw new IllegalStateException("Ended: " + each.process() + "; " + playground);
        }
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /** Lets those that live end by themselves. */
  void endOrderly() throws InterruptedException {
    playground.end();
    for (Victim each : living) {
      Process process = each.process();
      if (!process.waitFor(240, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("Did not end: " + process + "; " + playground);
      }
    }
  }

  @Override
  public void close() {
    living.forEach(each -> each.process().destroyForcibly());
  }
}
