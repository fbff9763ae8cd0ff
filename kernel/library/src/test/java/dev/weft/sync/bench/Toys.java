package dev.weft.sync.bench;

import dev.weft.memory.SharedArray;
import dev.weft.memory.SharedLong;
import dev.weft.memory.SharedLongs;
import dev.weft.memory.SharedValue;
import dev.weft.sync.ProcessBarrier;
import dev.weft.sync.ProcessEvent;
import dev.weft.sync.ProcessLatch;
import dev.weft.sync.ProcessLock;
import dev.weft.sync.ProcessSemaphore;
import java.io.Serializable;
import java.util.concurrent.locks.Condition;

/** What the processes of a race share. */
final class Toys implements Serializable {

  private static final long serialVersionUID = 1;

  final ProcessLock lock;
  final ProcessBarrier barrier;
  final ProcessEvent go = new ProcessEvent();
  final ProcessLatch ready;
  final SharedLong count = SharedValue.ofLong(0);
  final SharedLong turn = SharedValue.ofLong(0);
  final SharedLongs ends;
  final ProcessSemaphore[] semaphores = {new ProcessSemaphore(1), new ProcessSemaphore(0)};
  final ProcessSemaphore[] signals = {
    ProcessSemaphore.forSignals(1), ProcessSemaphore.forSignals(0)
  };
  final ProcessEvent[] events = {new ProcessEvent(), new ProcessEvent()};

  @SuppressWarnings("serial") // what it is travels
  final Condition changed;

  Toys(ProcessLock lock, ProcessBarrier barrier) {
    this.lock = lock;
    this.barrier = barrier;
    changed = lock.newCondition();
    ready = new ProcessLatch(barrier.getParties());
    ends = SharedArray.ofLongs(barrier.getParties());
    events[0].set();
  }
}
