package dev.weft.explore;

import dev.weft.explore.Chooser.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tries schedules, those with few preemptions first.
 *
 * <p>Each run that was told a beginning goes on in the plainest way, and at each later choice
 * leaves the other ways behind as beginnings of runs to come. So each schedule is run once.
 */
final class Search {

  private static final int MOST_WAITING = 200_000;

  private final TrialBody body;
  private final Explorer settings;
  private final List<Deque<int[]>> toTry = new ArrayList<>();
  private final long begun = System.nanoTime();
  private int tried;
  private int waiting;
  private boolean cut;
  private boolean strayed;

  Search(TrialBody body, Explorer settings) {
    this.body = body;
    this.settings = settings;
    for (int i = 0; i <= settings.mostPreemptions(); i++) {
      toTry.add(new ArrayDeque<>());
    }
  }

  /** A run of the body and how it ended. */
  private record Performed(Conductor conductor, Chooser chooser, @Nullable Failure failure) {}

  Exploration run() throws InterruptedException {
    toTry.getFirst().add(new int[0]);
    Performed failed = inOrder();
    int ordered = tried;
    if (failed == null && cut && !isTimeOver()) {
      failed = atRandom();
    }
    return result(failed, ordered);
  }

  Exploration replay(int[] told) throws InterruptedException {
    Performed performed = perform(told, null);
    if (performed.chooser().hasStrayed()) {
      throw new IllegalStateException(
          "The body did not do what it did when the schedule was found: it must do the same each"
              + " time");
    }
    return result(performed, 1);
  }

  private Exploration result(@Nullable Performed performed, int ordered) {
    Tried numbers =
        new Tried(
            ordered, tried - ordered, !cut, settings.mostPreemptions(), settings.seed(), strayed);
    if (performed == null) {
      return new Exploration(body, numbers, null, List.of(), List.of(), new Schedule(List.of()));
    }
    List<Integer> choices = performed.chooser().made().stream().map(Choice::chosen).toList();
    Conductor conductor = performed.conductor();
    return new Exploration(
        body,
        numbers,
        performed.failure(),
        conductor.actors().stream().map(Thread::getName).toList(),
        List.copyOf(conductor.steps()),
        new Schedule(choices));
  }

  private boolean isTimeOver() {
    return System.nanoTime() - begun > settings.longest().toNanos();
  }

  private @Nullable Performed inOrder() throws InterruptedException {
    for (Deque<int[]> level : toTry) {
      while (!level.isEmpty()) {
        if (tried >= settings.mostSchedules() || isTimeOver()) {
          cut = true;
          return null;
        }
        int[] told = level.removeFirst();
        waiting--;
        Performed performed = perform(told, null);
        if (performed.failure() != null) {
          return performed;
        }
        branch(told.length, performed.chooser().made());
      }
    }
    return null;
  }

  private @Nullable Performed atRandom() throws InterruptedException {
    Random random = new Random(settings.seed());
    for (int i = 0; i < settings.mostRandom() && !isTimeOver(); i++) {
      Performed performed = perform(new int[0], random);
      if (performed.failure() != null) {
        return performed;
      }
    }
    return null;
  }

  /** Leaves the other ways of each choice that was free for later. */
  private void branch(int told, List<Choice> made) {
    int preemptions = 0;
    for (int i = 0; i < made.size(); i++) {
      Choice choice = made.get(i);
      if (i >= told) {
        for (int other : choice.able()) {
          if (other != choice.chosen()) {
            later(made, i, other, preemptions + (choice.preempts(other) ? 1 : 0));
          }
        }
      }
      preemptions += choice.preempts(choice.chosen()) ? 1 : 0;
    }
  }

  private void later(List<Choice> made, int at, int other, int preemptions) {
    if (preemptions > settings.mostPreemptions() || waiting >= MOST_WAITING) {
      cut = true;
      return;
    }
    int[] beginning = new int[at + 1];
    for (int i = 0; i < at; i++) {
      beginning[i] = made.get(i).chosen();
    }
    beginning[at] = other;
    toTry.get(preemptions).add(beginning);
    waiting++;
  }

  private Performed perform(int[] told, @Nullable Random random) throws InterruptedException {
    tried++;
    Chooser chooser = new Chooser(told, random);
    Conductor conductor = new Conductor(chooser);
    try {
      body.prepare(new Trial(conductor));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The body has thrown " + e, e);
    }
    Failure failure = conductor.perform();
    strayed |= chooser.hasStrayed();
    return new Performed(conductor, chooser, failure);
  }
}
