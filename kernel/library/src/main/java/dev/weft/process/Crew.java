package dev.weft.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workers that a pool has now; all methods are called with the engine's lock. */
final class Crew {

  /** After so many in a row that have died before their first task, none will do better. */
  private static final int MOST_EARLY_DEATHS = 3;

  private final List<PoolWorker> workers = new ArrayList<>();
  private int capacity;
  private int earlyDeaths;

  Crew(int capacity) {
    this.capacity = capacity;
  }

  List<PoolWorker> all() {
    return List.copyOf(workers);
  }

  boolean has(PoolWorker worker) {
    return workers.contains(worker);
  }

  boolean isEmpty() {
    return workers.isEmpty();
  }

  PoolWorker add(PoolWorker worker) {
    workers.add(worker);
    return worker;
  }

  /** Returns a worker for a job, one that has nothing to do before others; null if none is free. */
  @Nullable PoolWorker freeFor(Job job) {
    PoolWorker found = null;
    for (PoolWorker each : workers) {
      if (each.canTake(job) && (found == null || each.sent.isEmpty())) {
        found = each;
        if (each.sent.isEmpty()) {
          break;
        }
      }
    }
    return found;
  }

  /** Returns whether one more worker is to be started for so many jobs that wait. */
  boolean needsMore(int waiting) {
    long staying = workers.stream().filter(each -> !each.retiring && !each.terminated).count();
    long starting = workers.stream().filter(each -> !each.ready && !each.terminated).count();
    return staying < capacity && waiting > starting;
  }

  /** A worker has begun to work. */
  void started() {
    earlyDeaths = 0;
  }

  /** A worker could not be started: goes on with the others; returns whether there are none. */
  boolean notStarted(PoolWorker worker) {
    workers.remove(worker);
    capacity = Math.max(1, workers.size());
    return workers.isEmpty();
  }

  /** A worker has ended; returns whether it makes no sense to start others. */
  boolean lost(PoolWorker worker) {
    workers.remove(worker);
    if (!worker.ready && !worker.killed) {
      earlyDeaths++;
    }
    return earlyDeaths >= MOST_EARLY_DEATHS;
  }

  /**
   * Marks the workers that have nothing to do any more, and returns them.
   *
   * @param everyone whether no more jobs will come
   * @param atOnce whether those that are about to start have nothing to do either
   */
  List<PoolWorker> dismiss(boolean everyone, boolean atOnce) {
    List<PoolWorker> idle = new ArrayList<>();
    for (PoolWorker each : workers) {
      boolean done = (each.retiring || everyone) && each.sent.isEmpty() && !each.terminated;
      if (done && each.ready) {
        each.terminated = true;
        idle.add(each);
      } else if (done && atOnce) {
        each.condemn();
        idle.add(each);
      }
    }
    return idle;
  }
}
