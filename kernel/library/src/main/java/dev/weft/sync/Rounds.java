package dev.weft.sync;

import dev.weft.segment.Mutex;
import dev.weft.segment.ProcessKey;
import dev.weft.segment.Region;
import dev.weft.segment.Wait;
import dev.weft.segment.WaitWord;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeoutException;

/**
 * The rounds of a barrier.
 *
 * <p>One {@code long} holds the number of the round and how many have arrived in it, so that a
 * round begins by one store; the round's half is what sleepers sleep on. Which of the last 64
 * rounds broke is known by a bit of each. The processes that have arrived in a round are listed, as
 * well as those that have a handle.
 */
final class Rounds {

  /** The mutex is at 0 and guards the rest. */
  private static final long STATE = 8;

  private static final long BROKEN_ROUNDS = 16;
  private static final long BROKEN = 24;
  private static final long PARTIES = 28;
  private static final long MEMBERS = 32;
  private static final long ARRIVED = MEMBERS + Members.BYTES;
  private static final long UPPER = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 4 : 0;

  private final Region region;
  private final MemorySegment memory;
  private final Mutex mutex;
  private final WaitWord round;
  private final Members members;
  private final int parties;

  Rounds(Region region) {
    this.region = region;
    memory = region.memory();
    mutex = new Mutex(region, 0);
    round = new WaitWord(memory, STATE + UPPER);
    parties = memory.get(ValueLayout.JAVA_INT, PARTIES);
    members = Members.join(region, mutex, MEMBERS);
  }

  static Region create(String name, int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("Parties are " + parties + ", not at least 1");
    }
    Region region = Region.create(name, ARRIVED + 8L * parties);
    region.memory().set(ValueLayout.JAVA_INT, PARTIES, parties);
    return region;
  }

  /**
   * One thread that has come.
   *
   * @param index how many were there; the number of parties if the round was full, and it is to
   *     come again in the next
   */
  record Arrival(int round, int index) {}

  int parties() {
    return parties;
  }

  Arrival arrive() throws BrokenBarrierException {
    mutex.lock();
    try {
      if (isBrokenNow()) {
        throw new BrokenBarrierException(region.name() + " is broken");
      }
      int index = arrived();
      if (index < parties) {
        memory.set(ValueLayout.JAVA_LONG, ARRIVED + 8L * index, ProcessKey.self());
        setState(round.get(), index + 1);
      }
      return new Arrival(round.get(), index);
    } finally {
      mutex.unlock();
    }
  }

  /** Lets the others of a round go on, if it has not broken meanwhile. */
  void complete(int number) throws BrokenBarrierException {
    mutex.lock();
    try {
      if (round.get() != number) {
        throw broken();
      }
      setBrokenRounds(brokenRounds() & ~bit(number));
      setState(number + 1, 0);
    } finally {
      mutex.unlock();
    }
    round.wakeAll();
  }

  /** Waits for the end of a round; breaks it where patience ends or a process was killed. */
  void awaitEnd(int number, Wait wait)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    while (round.get() == number) {
      if (!wait.sleep(round, number) && breakRound(number)) {
        if (!wait.orInterrupted()) {
          throw new TimeoutException("Not all of " + parties + " have come to " + region.name());
        }
      }
      region.requireOpen();
      if (wait.isCheckDue()) {
        look(number);
      }
    }
    if ((brokenRounds() & bit(number)) != 0) {
      throw broken();
    }
  }

  private BrokenBarrierException broken() {
    long killed = members.killed();
    return new BrokenBarrierException(
        region.name() + (killed == 0 ? " broke" : " broke: " + Holder.of(killed) + " was killed"));
  }

  private void look(int number) {
    mutex.lock();
    try {
      if (round.get() == number && (isBrokenNow() || hasDead())) {
        breakNow();
      }
    } finally {
      mutex.unlock();
    }
  }

  private boolean hasDead() {
    for (int i = 0; i < arrived(); i++) {
      if (!ProcessKey.isAlive(memory.get(ValueLayout.JAVA_LONG, ARRIVED + 8L * i))) {
        return true;
      }
    }
    return members.killed() != 0;
  }

  private boolean breakRound(int number) {
    mutex.lock();
    try {
      boolean still = round.get() == number;
      if (still) {
        breakNow();
      }
      return still;
    } finally {
      mutex.unlock();
    }
  }

  private void breakNow() {
    setBrokenRounds(brokenRounds() | bit(round.get()));
    memory.set(ValueLayout.JAVA_INT, BROKEN, 1);
    setState(round.get() + 1, 0);
    round.wakeAll();
  }

  void abort() {
    mutex.lock();
    try {
      breakNow();
    } finally {
      mutex.unlock();
    }
  }

  void reset() {
    mutex.lock();
    try {
      if (arrived() > 0) {
        breakNow();
      }
      members.forgetKilled();
      memory.set(ValueLayout.JAVA_INT, BROKEN, 0);
    } finally {
      mutex.unlock();
    }
  }

  boolean isBroken() {
    mutex.lock();
    try {
      return isBrokenNow();
    } finally {
      mutex.unlock();
    }
  }

  int waiting() {
    mutex.lock();
    try {
      return arrived() == parties ? parties - 1 : arrived();
    } finally {
      mutex.unlock();
    }
  }

  private boolean isBrokenNow() {
    return memory.get(ValueLayout.JAVA_INT, BROKEN) != 0;
  }

  private int arrived() {
    return (int) memory.get(ValueLayout.JAVA_LONG, STATE);
  }

  private void setState(int number, int arrived) {
    memory.set(ValueLayout.JAVA_LONG, STATE, (long) number << 32 | arrived);
  }

  private static long bit(int number) {
    return 1L << (number & 63);
  }

  private long brokenRounds() {
    return memory.get(ValueLayout.JAVA_LONG, BROKEN_ROUNDS);
  }

  private void setBrokenRounds(long bits) {
    memory.set(ValueLayout.JAVA_LONG, BROKEN_ROUNDS, bits);
  }

  void poison() {
    mutex.poison();
  }

  void leave() {
    members.leave();
  }

  void wake() {
    round.wakeAll();
  }
}
