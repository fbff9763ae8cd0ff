package dev.weft.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bare.Belongings;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that use everything at once and are killed at random moments.
 *
 * <p>So many deaths as {@code weft.kills} says, or as fit into {@code weft.kills.seconds}. The seed
 * is printed, and taken from {@code weft.seed}.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
class KillStressIT {

  @Test
  void nothingHangsAndNothingIsCorrupted(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("weft.seed", System.nanoTime());
    int kills = Integer.getInteger("weft.kills", 300);
    long seconds = Long.getLong("weft.kills.seconds", 25);
    System.out.println("KillStressIT: weft.seed=" + seed);
    Belongings before = Belongings.now();
    try (Playground playground = new Playground();
        Victims victims = new Victims(playground, folder, seed)) {
      int killed = victims.killSome(kills, seconds);
      victims.endOrderly();
      playground.check();
      System.out.println("KillStressIT: " + killed + " killed, " + playground);
      assertTrue(killed > 0);
      assertEquals(0, playground.complaints(), playground::toString);
    }
    before.awaitNoMore();
  }
}
