package dev.weft.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.process.ChildOptions;
import dev.weft.process.ChildProcess;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class MutexIT {

  private static final int ROUNDS = 20_000;

  private static void count(RegionRef ref) throws Exception {
    Region region = Region.attach(ref);
    Mutex mutex = new Mutex(region, 0);
    for (int i = 0; i < ROUNDS; i++) {
      mutex.lock();
      long now = region.memory().get(ValueLayout.JAVA_LONG, 8);
      region.memory().set(ValueLayout.JAVA_LONG, 8, now + 1);
      mutex.unlock();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Waiting.FUTEX, Waiting.PORTABLE})
  void excludesProcesses(String waiting) throws Exception {
    try (Region region = Region.create("counter", 16)) {
      RegionRef ref = region.ref();
      ChildOptions options =
          ChildOptions.DEFAULT.withJvmOptions("-D" + Waiting.PROPERTY + "=" + waiting);
      List<ChildProcess<?>> children =
          List.of(
              ChildProcess.start(options, () -> count(ref)),
              ChildProcess.start(options, () -> count(ref)));
      count(ref);
      for (ChildProcess<?> each : children) {
        each.join();
        assertEquals(0, each.exitCode().orElseThrow());
      }
      assertEquals(3L * ROUNDS, region.memory().get(ValueLayout.JAVA_LONG, 8));
    }
  }

  @Test
  void isTakenFromADeadHolder() throws Exception {
    try (Region region = Region.create("counter", 16)) {
      RegionRef ref = region.ref();
      Mutex mutex = new Mutex(region, 0);
      ChildProcess<?> child =
          ChildProcess.start(
              () -> {
                new Mutex(Region.attach(ref), 0).lock();
                Thread.sleep(600_000);
              });
      while (mutex.holder() == 0) {
        Thread.onSpinWait();
      }
      assertEquals(child.pid(), ProcessKey.pid(mutex.holder()));
      assertFalse(mutex.tryLock());
      assertThrows(IllegalMonitorStateException.class, mutex::unlock);
      child.kill();
      assertTrue(mutex.lock());
      mutex.unlock();
      assertFalse(mutex.lock());
      mutex.unlock();
    }
  }
}
