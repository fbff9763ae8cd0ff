package dev.weft.front.remote;

import dev.weft.link.Command;

/** Stands for a worker that could not be started. */
final class NoWorker implements Worker {

  @Override
  public void send(Command command) {}

  @Override
  public void kill() {}

  @Override
  public long processId() {
    return -1;
  }
}
