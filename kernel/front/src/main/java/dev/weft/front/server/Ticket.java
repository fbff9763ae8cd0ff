package dev.weft.front.server;

/** A request's place in a {@link RequestQueue}, and whether it is still wanted. */
final class Ticket {

  private enum State {
    WAITING,
    TAKEN,
    ABORTED,
    INTERRUPTED
  }

  private final long id;
  private final Request request;
  private volatile State state = State.WAITING;

  Ticket(long id, Request request) {
    this.id = id;
    this.request = request;
  }

  /** Names the cell, where the request is one to execute. */
  long id() {
    return id;
  }

  Request request() {
    return request;
  }

  /** Whether it was called off while it waited. */
  boolean aborted() {
    return state == State.ABORTED;
  }

  /** Whether it was called off after it had been taken. */
  boolean interrupted() {
    return state == State.INTERRUPTED;
  }

  /** Called by the queue, under its lock. */
  void take() {
    if (state == State.WAITING) {
      state = State.TAKEN;
    }
  }

  /** Called by the queue, under its lock. */
  void cancel() {
    switch (state) {
      case WAITING -> state = State.ABORTED;
      case TAKEN -> state = State.INTERRUPTED;
      case ABORTED, INTERRUPTED -> {}
    }
  }
}
