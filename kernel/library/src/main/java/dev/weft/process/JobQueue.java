package dev.weft.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that wait for a worker, in order, and those that come back from a worker that has died;
 * all methods are called with the engine's lock.
 */
final class JobQueue {

  private final Deque<Job> jobs = new ArrayDeque<>();

  void add(Job job) {
    jobs.addLast(job);
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }

  int size() {
    return jobs.size();
  }

  /** Returns the job that is next, or null if none waits. */
  @Nullable Job head() {
    return jobs.peekFirst();
  }

  /** Removes a job; returns whether it waited. */
  boolean remove(Job job) {
    return jobs.remove(job);
  }

  /** Removes all jobs and returns them. */
  List<Job> removeAll() {
    List<Job> all = new ArrayList<>(jobs);
    jobs.clear();
    return all;
  }

  /**
   * Takes the jobs over that a dead worker had in advance; they wait before all others.
   *
   * @return those that it held, which died with it
   */
  List<Job> takeOver(PoolWorker worker) {
    List<Job> victims = new ArrayList<>();
    List<Job> unharmed = new ArrayList<>();
    for (Job each : worker.jobs()) {
      boolean held = victims.isEmpty() || each.isBound();
      (held ? victims : unharmed).add(each);
    }
    worker.sent.clear();
    takeBack(unharmed);
    return victims;
  }

  /** Has a job wait again whose worker has died, one by one if it is many; or returns false. */
  boolean retries(Job job) {
    job.deaths++;
    if (job.stopped || job.deaths > job.options.retries()) {
      return false;
    }
    takeBack(job instanceof Row row ? row.singles() : List.of(job));
    return true;
  }

  /** Puts jobs that have not begun before those that wait, unless nobody wants them any more. */
  private void takeBack(List<? extends Job> back) {
    for (Job each : back.reversed()) {
      if (!each.stopped) {
        each.takenBack();
        jobs.addFirst(each);
      }
    }
  }
}
