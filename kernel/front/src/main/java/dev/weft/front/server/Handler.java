package dev.weft.front.server;

import java.util.Optional;

/** Answers the requests of one thread; what it throws becomes an error reply. */
interface Handler {

  /** Returns the reply's content, or empty where the protocol knows no reply. */
  Optional<Answer> answer(Ticket ticket) throws InterruptedException;
}
