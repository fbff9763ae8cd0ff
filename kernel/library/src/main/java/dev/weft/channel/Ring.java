package dev.weft.channel;

import dev.weft.segment.Mutex;
import dev.weft.segment.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Messages in a piece of shared memory, from many threads of many processes to many.
 *
 * <p>Head and tail are one {@code long} each: how many messages have passed in the upper half,
 * where the next one is in the lower, in units of eight bytes, both modulo 2^32. One store of it
 * adds or removes a message, with its count. So a process that is killed at any moment leaves a
 * whole message or none, and there is nothing to repair: what it wrote behind the tail is written
 * over. Producers exclude each other by one mutex, consumers by another; a producer and a consumer
 * do not meet. Each side keeps what it knew last of the other's end beside its own, as to look
 * costs time.
 *
 * <p>A message is its length and its kind in one unit, and then its bytes, which may go on at the
 * beginning of the memory.
 *
 * <p>Nothing here waits, except for a mutex for some instructions. Safe for use by several threads.
 */
final class Ring {

  /** Bytes that everything is a multiple of. */
  static final int UNIT = 8;

  /** Bytes before the messages. */
  static final int HEADER = 320;

  private static final long TAIL = 0;
  private static final long PRODUCERS = 8;
  private static final long SEEN_HEAD = 16;
  private static final long HEAD = 64;
  private static final long CONSUMERS = 72;
  private static final long SEEN_TAIL = 80;
  private static final long ITEMS = 128;
  private static final long ROOM = 192;
  private static final long CLOSED = 256;
  private static final long CAPACITY = 260;
  private static final long UNITS = 264;

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
  private static final long LOW = 0xFFFF_FFFFL;

  private final MemorySegment memory;
  private final long base;
  private final long data;
  private final Mutex producers;
  private final Mutex consumers;
  private final int capacity;
  private final int units;
  final Bell items;
  final Bell room;

  /** Finds a ring that {@link #make} has made. */
  Ring(Region region, long base, long data) {
    memory = region.memory();
    this.base = base;
    this.data = data;
    producers = new Mutex(region, base + PRODUCERS);
    consumers = new Mutex(region, base + CONSUMERS);
    items = new Bell(memory, base + ITEMS);
    room = new Bell(memory, base + ROOM);
    capacity = memory.get(ValueLayout.JAVA_INT, base + CAPACITY);
    units = memory.get(ValueLayout.JAVA_INT, base + UNITS);
  }

  /**
   * Makes a ring in memory that is zero.
   *
   * @param base where its header is
   * @param data where its messages are
   * @param capacity how many messages fit
   * @param bytes how many bytes fit, a power of two
   */
  static Ring make(Region region, long base, long data, int capacity, long bytes) {
    region.memory().set(ValueLayout.JAVA_INT, base + CAPACITY, capacity);
    region.memory().set(ValueLayout.JAVA_INT, base + UNITS, (int) (bytes / UNIT));
    return new Ring(region, base, data);
  }

  int capacity() {
    return capacity;
  }

  /** Returns the length of the longest message that is to lie in the ring. */
  int longest() {
    return units / 4 * UNIT;
  }

  private long get(long field) {
    return (long) LONG.getVolatile(memory, base + field);
  }

  private void set(long field, long value) {
    LONG.setVolatile(memory, base + field, value);
  }

  private long getPlain(long field) {
    return (long) LONG.get(memory, base + field);
  }

  private void setPlain(long field, long value) {
    LONG.set(memory, base + field, value);
  }

  private static int count(long end) {
    return (int) (end >>> 32);
  }

  private static int position(long end) {
    return (int) end;
  }

  private static long next(long end, int units) {
    return ((end & ~LOW) + (1L << 32)) | ((end + units) & LOW);
  }

  private boolean fits(long tail, long head, int more) {
    return count(tail) - count(head) < capacity && position(tail) - position(head) + more <= units;
  }

  /** Returns whether a message of so many units fits now. */
  boolean hasRoom(int more) {
    return fits(get(TAIL), get(HEAD), more);
  }

  boolean isClosed() {
    return (int) INT.getVolatile(memory, base + CLOSED) != 0;
  }

  /** Lets nothing more in, and wakes all who wait. */
  void close() {
    boolean unused = producers.lock();
    try {
      INT.setVolatile(memory, base + CLOSED, 1);
    } finally {
      producers.unlock();
    }
    items.ring();
    room.ring();
  }

  /** What becomes of a message. */
  enum Put {
    DONE,
    FULL,
    CLOSED
  }

  /** Adds a message if it fits. */
  Put tryPut(Message message) {
    boolean unused = producers.lock();
    try {
      if (isClosed()) {
        return Put.CLOSED;
      }
      long tail = getPlain(TAIL);
      int more = message.units();
      if (!fits(tail, getPlain(SEEN_HEAD), more)) {
        long head = get(HEAD);
        setPlain(SEEN_HEAD, head);
        if (!fits(tail, head, more)) {
          return Put.FULL;
        }
      }
      write(position(tail), message);
      set(TAIL, next(tail, more));
    } finally {
      producers.unlock();
    }
    if (items.wanted() != Bell.NOT_WANTED) {
      items.ring();
    }
    return Put.DONE;
  }

  private long at(int position) {
    return data + (long) (position & (units - 1)) * UNIT;
  }

  private void write(int position, Message message) {
    LONG.set(memory, at(position), ((long) message.kind() << 32) | message.length());
    long from = at(position + 1);
    int first = (int) Math.min(message.length(), data + (long) units * UNIT - from);
    MemorySegment.copy(message.bytes(), 0, memory, ValueLayout.JAVA_BYTE, from, first);
    if (first < message.length()) {
      int rest = message.length() - first;
      MemorySegment.copy(message.bytes(), first, memory, ValueLayout.JAVA_BYTE, data, rest);
    }
  }

  private Message read(int position) {
    long header = (long) LONG.get(memory, at(position));
    int length = (int) header;
    byte[] bytes = new byte[length];
    long from = at(position + 1);
    int first = (int) Math.min(length, data + (long) units * UNIT - from);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, from, bytes, 0, first);
    if (first < length) {
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, data, bytes, first, length - first);
    }
    return new Message((int) (header >>> 32), bytes, length);
  }

  /** What is done with a message before it is removed, while no other consumer takes one. */
  interface Taker {

    /** Looks at a message that is about to be removed; it stays if this throws. */
    void take(Message next);
  }

  /**
   * Removes and returns the next message, or returns null if there is none.
   *
   * <p>Content that lies in a file is read before, and the file is deleted after it is removed: who
   * is killed on the way loses nothing, or leaves a file that belongs to no message.
   */
  @Nullable Message tryTake(Taker taker) {
    Message message;
    Message content;
    boolean unused = consumers.lock();
    try {
      long head = getPlain(HEAD);
      if (count(head) == count(getPlain(SEEN_TAIL))) {
        long tail = get(TAIL);
        setPlain(SEEN_TAIL, tail);
        if (count(head) == count(tail)) {
          return null;
        }
      }
      message = read(position(head));
      content = message.isAside() ? SideFile.read(message) : message;
      taker.take(message);
      set(HEAD, next(head, message.units()));
    } finally {
      consumers.unlock();
    }
    tellRoom();
    SideFile.delete(message);
    return content;
  }

  /** Wakes producers: those in a hurry at once, others when half of the ring is free. */
  private void tellRoom() {
    int wanted = room.wanted();
    if (wanted == Bell.WANTED_NOW || (wanted == Bell.WANTED_LATER && isHalfFree())) {
      room.ring();
    }
  }

  private boolean isHalfFree() {
    long tail = get(TAIL);
    long head = get(HEAD);
    return count(tail) - count(head) <= capacity / 2
        && position(tail) - position(head) <= units / 2;
  }

  /** Does something while no consumer takes anything. */
  void excludingConsumers(Runnable action) {
    boolean unused = consumers.lock();
    try {
      action.run();
    } finally {
      consumers.unlock();
    }
  }

  /** What looks at messages without taking them. */
  interface Viewer {

    /** Returns whether to go on. */
    boolean view(Message message);
  }

  /** Shows the messages that are there, in order; no consumer takes any meanwhile. */
  void view(Viewer viewer) {
    excludingConsumers(
        () -> {
          long head = get(HEAD);
          long tail = get(TAIL);
          while (count(head) != count(tail)) {
            Message message = read(position(head));
            if (!viewer.view(message)) {
              return;
            }
            head = next(head, message.units());
          }
        });
  }

  /** Returns whether no message is there; costs little. */
  boolean isEmpty() {
    return count(get(TAIL)) == count(get(HEAD));
  }

  /** Returns how many messages are there. */
  int size() {
    long head = get(HEAD);
    while (true) {
      long tail = get(TAIL);
      long again = get(HEAD);
      if (again == head) {
        return count(tail) - count(head);
      }
      head = again;
    }
  }

  /** Returns how many messages were put, modulo 2^32. */
  int putCount() {
    return count(get(TAIL));
  }

  /** Returns how many messages were taken, modulo 2^32. */
  int takenCount() {
    return count(get(HEAD));
  }
}
