package dev.weft.front.server;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Requests in the order in which they came, consumed by one thread.
 *
 * <p>A request is either waiting or the current one, with nothing in between: taking it and
 * cancelling it exclude each other, so no interrupt falls into a gap. The current request is the
 * one taken last, until {@link #take} is called again.
 */
final class RequestQueue {

  private static final String EXECUTE = "execute_request";

  private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();
  private Optional<Ticket> current = Optional.empty();
  private long lastId;
  private boolean closed;

  /** Adds a request at the end; ignored once the queue is closed. */
  synchronized void offer(Request request) {
    if (!closed) {
      waiting.add(new Ticket(++lastId, request));
      notifyAll();
    }
  }

  /** Waits for the next request, which becomes the current one; empty once the queue is closed. */
  synchronized Optional<Ticket> take() throws InterruptedException {
    current = Optional.empty();
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    if (!closed) {
      current = Optional.of(waiting.remove());
      current.get().take();
    }
    return current;
  }

  /** Aborts the cells that wait now; they stay in the queue, to be answered in their turn. */
  synchronized void abortWaiting() {
    waiting.stream().filter(RequestQueue::isCell).forEach(Ticket::cancel);
  }

  /** Aborts the cells that wait now and interrupts the current one, which is returned. */
  synchronized Optional<Ticket> interrupt() {
    abortWaiting();
    Optional<Ticket> cell = current.filter(RequestQueue::isCell);
    cell.ifPresent(Ticket::cancel);
    return cell;
  }

  /** Lets go of all that waits; {@link #take} returns empty from now on. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    notifyAll();
  }

  private static boolean isCell(Ticket ticket) {
    return ticket.request().type().equals(EXECUTE);
  }
}
