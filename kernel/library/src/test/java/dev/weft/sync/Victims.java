package dev.weft.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The processes of a stress test: each that is killed is replaced. */
final class Victims implements AutoCloseable {

  private static final int COUNT = 4;
  private static final int MOST_STEPS = 400;
  private static final int LONGEST_NANOS = 300_000;

  private final Playground playground;
  private final Path file;
  private final SplittableRandom random;
  private final List<Victim> living = new ArrayList<>();

  Victims(Playground playground, Path file, long seed) throws IOException {
    this.playground = playground;
    this.file = file;
    random = new SplittableRandom(seed);
    Victim.write(file, playground);
    for (int i = 0; i < COUNT; i++) {
      living.add(Victim.start(file, i, random.nextLong()));
    }
  }

  /** Kills until there were so many or the time is over, and returns how many there were. */
  int killSome(int kills, long seconds) throws Exception {
    long start = System.nanoTime();
    int killed = 0;
    while (killed < kills && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
      Victim next = awaitOneThatPlays();
      TimeUnit.NANOSECONDS.sleep(random.nextInt(LONGEST_NANOS));
      next.process().destroyForcibly().waitFor();
      playground.gone(next.number());
      living.set(next.number(), Victim.start(file, next.number(), random.nextLong()));
      killed++;
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
