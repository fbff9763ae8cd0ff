package dev.weft.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.explore.Failure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@SuppressWarnings({"LockNotBeforeTry", "WaitNotInLoop"}) // much of this is wrong on purpose
class ExploreTest {

  private static final TrialBody LOST_UPDATE =
      t -> {
        var n = t.variable("n", 0);
        t.threads(2, () -> n.set(n.get() + 1));
        t.check("n is 2", () -> n.get() == 2);
      };

  private static final TrialBody TWO_LOCKS =
      t -> {
        var a = t.lock("a");
        var b = t.lock("b");
        t.thread("anna", () -> inBoth(a, b));
        t.thread("bert", () -> inBoth(b, a));
      };

  private static void inBoth(ExploredLock first, ExploredLock second) {
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
  }

  private static Kind kind(Exploration found) {
    return found.failure().orElseThrow(() -> new AssertionError(found.toString())).kind();
  }

  @Test
  void findsALostUpdateWithOnePreemption() throws Exception {
    Exploration found = Explore.run(LOST_UPDATE);
    assertEquals(Kind.CHECK, kind(found));
    assertEquals(
        List.of(
            new Step("A", "reads n: 0"),
            new Step("B", "reads n: 0"),
            new Step("B", "n = 1"),
            new Step("A", "n = 1")),
        found.steps());
    assertFalse(found.isComplete());
    assertEquals(
        """
        #  A           B
        1  reads n: 0
        2              reads n: 0
        3              n = 1
        4  n = 1
        What must hold does not: n is 2.
        """
            + found.schedules()
            + " schedules tried. This one: Schedule.parse(\""
            + found.schedule()
            + "\").",
        found.toString());
    String html = found.toDisplayData().data().getOrDefault("text/html", "");
    assertTrue(html.contains("<td") && html.contains("reads n: 0"), html);
  }

  @Test
  void doesTheSameAgain() throws Exception {
    Exploration found = Explore.run(LOST_UPDATE);
    Exploration again = found.replay();
    assertEquals(found.steps(), again.steps());
    assertEquals(found.failure(), again.failure());
    assertEquals(1, again.schedules());
    Schedule read = Schedule.parse(found.schedule().toString());
    assertEquals(found.schedule(), read);
    assertEquals(found.steps(), Explore.replay(read, LOST_UPDATE).steps());
  }

  @Test
  void triesAllSchedulesOfCodeThatIsRight() throws Exception {
    Exploration found =
        new Explorer()
            .preemptions(9)
            .run(
                t -> {
                  var n = t.variable("n", 0);
                  t.threads(2, () -> n.update(v -> v + 1));
                  t.step("not of a thread of the trial, so no step");
                  t.check(() -> n.get() == 2);
                });
    assertTrue(found.isComplete(), found::toString);
    assertEquals(2, found.schedules(), "A B and B A");
    assertEquals("No schedule fails: all 2 were tried.", found.toString());
  }

  /** Two threads of two steps each: 4 over 2 orders of steps. */
  @Test
  void triesEachOrderOnce() throws Exception {
    Exploration found =
        new Explorer()
            .preemptions(9)
            .run(
                t ->
                    t.threads(
                        2,
                        () -> {
                          t.step("one");
                          t.step("two");
                        }));
    assertTrue(found.isComplete());
    assertEquals(6, found.schedules());
  }

  @Test
  void findsADeadlockAndNamesWhoWaitsForWhom() throws Exception {
    Exploration found = Explore.run(TWO_LOCKS);
    assertEquals(
        new Failure(
            Kind.DEADLOCK,
            "No thread can go on: anna waits for b, which bert has, bert waits for a, which anna"
                + " has"),
        found.failure().orElseThrow());
    assertEquals(List.of(new Step("anna", "locks a"), new Step("bert", "locks b")), found.steps());
    assertEquals(found.failure(), found.replay().failure());
  }

  @Test
  void locksInOneOrderAreRight() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              var a = t.lock("a");
              var b = t.lock("b");
              t.threads(2, () -> inBoth(a, b));
            });
    assertTrue(found.isComplete(), found::toString);
  }

  @Test
  void tellsWhatAThreadHasThrown() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              var item = t.variable("item", "x");
              t.thread("takes", () -> item.set(""));
              t.thread("uses", () -> assertEquals('x', item.get().charAt(0)));
            });
    assertEquals(Kind.EXCEPTION, kind(found));
    assertTrue(found.failure().orElseThrow().message().startsWith("uses has thrown"));
  }

  @Test
  void findsASignalThatCameTooEarly() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              var lock = t.lock("lock");
              Condition full = lock.newCondition();
              t.thread(
                  "takes",
                  () -> {
                    lock.lock();
                    full.await();
                    lock.unlock();
                  });
              t.thread(
                  "puts",
                  () -> {
                    lock.lock();
                    full.signal();
                    lock.unlock();
                  });
            });
    assertEquals(Kind.DEADLOCK, kind(found));
    assertTrue(found.failure().orElseThrow().message().contains("waits for a signal of"));
  }

  @Test
  void conditionsWithAWaitingLoopAreRight() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              var lock = t.lock("lock");
              Condition full = lock.newCondition();
              var count = t.variable("count", 0);
              t.thread(
                  "takes",
                  () -> {
                    lock.lock();
                    while (count.get() == 0) {
                      full.await();
                    }
                    count.set(count.get() - 1);
                    lock.unlock();
                  });
              t.thread(
                  "puts",
                  () -> {
                    lock.lock();
                    count.set(count.get() + 1);
                    full.signalAll();
                    lock.unlock();
                  });
              t.check(() -> count.get() == 0);
            });
    assertTrue(found.isComplete() || !found.failed(), found::toString);
  }

  @Test
  void loopsThatWaitForOthersComeToAnEnd() throws Exception {
    Exploration found =
        new Explorer()
            .schedules(50)
            .random(5)
            .run(
                t -> {
                  var ready = t.variable("ready", false);
                  t.thread(
                      () -> {
                        while (!ready.get()) {
                          Thread.onSpinWait();
                        }
                      });
                  t.thread(() -> ready.set(true));
                });
    assertFalse(found.failed(), found::toString);
  }

  @Test
  void noEndIsAFailure() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              var ready = t.variable("ready", false);
              t.thread(
                  () -> {
                    while (!ready.get()) {
                      Thread.onSpinWait();
                    }
                  });
            });
    assertEquals(Kind.ENDLESS, kind(found));
  }

  @Test
  void goesOnWithoutAThreadThatBlocksOnSomethingElse() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              CountDownLatch latch = new CountDownLatch(1);
              t.thread("waits", latch::await);
              t.thread("opens", latch::countDown);
            });
    assertFalse(found.failed(), found::toString);
  }

  @Test
  void whatNobodyWillEverEndIsADeadlock() throws Exception {
    Exploration found = Explore.run(t -> t.thread("waits", () -> new CountDownLatch(1).await()));
    assertEquals(Kind.DEADLOCK, kind(found));
  }

  @Test
  void afterAllThatAreToBeTriedInOrderSomeAreTriedAtRandom() throws Exception {
    Explorer explorer = new Explorer().preemptions(0).random(300).seed(7);
    Exploration found = explorer.run(LOST_UPDATE);
    assertEquals(Kind.CHECK, kind(found), "not found without preemption, but by chance");
    assertEquals(7, found.seed());
    assertTrue(found.toString().contains("at random (seed 7)"), found::toString);
    assertEquals(found.steps(), explorer.run(LOST_UPDATE).steps(), "the seed decides");
  }

  @Test
  void triesToLockOrGoesOn() throws Exception {
    Exploration found =
        Explore.run(
            t -> {
              var lock = t.lock("lock");
              var taken = t.variable("taken", 0);
              t.threads(
                  2,
                  () -> {
                    if (lock.tryLock()) {
                      taken.update(v -> v + 1);
                      t.step("with the lock");
                      lock.unlock();
                    }
                  });
              t.check("both got the lock", () -> taken.get() == 2);
            });
    assertEquals(Kind.CHECK, kind(found));
    assertTrue(found.steps().toString().contains("tries lock: it is locked"), found::toString);
  }

  @Test
  void wrongUseIsToldInWords() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.parse("A B"));
    assertThrows(IllegalArgumentException.class, () -> new Explorer().preemptions(-1));
    assertThrows(
        IllegalStateException.class,
        () ->
            Explore.run(
                t -> {
                  t.thread("A", () -> {});
                  t.thread("A", () -> {});
                }));
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                Explore.run(
                    _ -> {
                      throw new java.io.IOException("no file");
                    }));
    assertTrue(String.valueOf(e.getMessage()).contains("no file"));
    assertThrows(
        IllegalStateException.class, () -> Explore.replay(Schedule.parse("0 0 0 0"), _ -> {}));
    assertThrows(IllegalStateException.class, () -> Explore.run(t -> t.lock("outside").lock()));
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Explore.run(LOST_UPDATE));
    assertFalse(Thread.interrupted());
  }

  @Test
  void limitsAreKept() throws Exception {
    TrialBody many =
        t ->
            t.threads(
                3,
                () -> {
                  for (int i = 0; i < 5; i++) {
                    t.step("step");
                  }
                });
    Exploration few = new Explorer().schedules(10).random(5).run(many);
    assertEquals(15, few.schedules());
    assertTrue(few.toString().contains("not all were tried"), few::toString);
    assertTrue(new Explorer().time(Duration.ZERO).run(many).schedules() <= 1);
    assertEquals(
        "text/plain", few.toDisplayData().data().keySet().iterator().next(), DisplayData.TEXT);
  }
}
