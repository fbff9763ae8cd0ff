package dev.weft.display;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far long work is: a bar that changes in place under the cell, or on a terminal, with
 * the rate and the time that remains.
 *
 * <p>It is drawn about ten times a second, and always once more at the end. All methods may be
 * called by any thread; {@link #step()} does not block but where it draws.
 *
 * <pre>{@code
 * for (String file : Progress.over(files)) {
 *   load(file);
 * }
 *
 * try (var progress = Progress.of("Simulating", 1000)) {
 *   for (int i = 0; i < 1000; i++) {
 *     simulate(i);
 *     progress.step();
 *   }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {

  private static final long UNKNOWN = -1;
  private static final long INTERVAL = 100_000_000;

  private final ProgressScreen screen;
  private final LongSupplier clock;
  private final Consumer<Runnable> later;
  private final @Nullable Progress outer;
  private final long begin;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong nextDraw = new AtomicLong();
  private final AtomicBoolean drawsLater = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile String label;
  private volatile long total;

  // Guarded by the outermost progress.
  private final List<Progress> nested = new ArrayList<>();

  Progress(
      ProgressScreen screen,
      LongSupplier clock,
      Consumer<Runnable> later,
      @Nullable Progress outer,
      String label,
      long total) {
    this.screen = screen;
    this.clock = clock;
    this.later = later;
    this.outer = outer;
    this.label = label;
    this.total = total;
    begin = clock.getAsLong();
    nextDraw.set(begin);
  }

  /** Shows work of an unknown number of steps. */
  public static Progress of(String label) {
    return of(label, UNKNOWN);
  }

  /**
   * Shows work of so many steps.
   *
   * @param total how many steps there are; negative if nobody knows
   */
  public static Progress of(String label, long total) {
    Progress progress =
        new Progress(
            ProgressScreen.choose(), System::nanoTime, Progress::afterInterval, null, label, total);
    progress.drawIfDue();
    return progress;
  }

  /**
   * Returns the items, each of which counts as one step when the next is asked for.
   *
   * <p>A loop that is left early leaves the bar where it was; {@link #of(String, long)} in a {@code
   * try} says that the work was broken off.
   */
  public static <T> Iterable<T> over(Iterable<T> items) {
    return over("", items);
  }

  /** Returns the items, each of which counts as one step of work with that label. */
  public static <T> Iterable<T> over(String label, Iterable<T> items) {
    return () -> of(label, size(items)).following(items.iterator());
  }

  /** Returns the numbers from 0 on, each of which counts as one step. */
  public static Iterable<Integer> range(int count) {
    return () -> of("", Math.max(count, 0)).following(IntStream.range(0, count).iterator());
  }

  /**
   * Returns a stream of the same elements, each of which counts as one step when it is taken; the
   * given stream counts as used. Closing the stream closes the bar.
   */
  public static <T> Stream<T> over(Stream<T> stream) {
    boolean parallel = stream.isParallel();
    Spliterator<T> elements = stream.spliterator();
    Progress progress = of("", elements.getExactSizeIfKnown());
    return StreamSupport.stream(elements, parallel)
        .peek(element -> progress.step())
        .onClose(progress::close)
        .onClose(stream::close);
  }

  private static long size(Iterable<?> items) {
    return items instanceof Collection<?> collection ? collection.size() : UNKNOWN;
  }

  private <T> Iterator<T> following(Iterator<T> items) {
    return new Iterator<>() {
      private boolean given;

      @Override
      public boolean hasNext() {
        if (given) {
          given = false;
          step();
        }
        boolean more = items.hasNext();
        if (!more) {
          complete();
        }
        return more;
      }

      @Override
      public T next() {
        T item = items.next();
        given = true;
        return item;
      }
    };
  }

  /** Shows work that is part of this one, below it, until it is closed. */
  public Progress nested(String label, long total) {
    Progress inner = new Progress(screen, clock, later, this, label, total);
    Progress outermost = outermost();
    synchronized (outermost) {
      nested.add(inner);
    }
    inner.drawIfDue();
    return inner;
  }

  /** Counts one step. */
  public void step() {
    step(1);
  }

  /** Counts so many steps. */
  public void step(long steps) {
    done.addAndGet(steps);
    drawIfDue();
  }

  /** Changes what the work is called. */
  public void label(String text) {
    label = text;
    drawIfDue();
  }

  /** Changes how many steps there are; negative if nobody knows. */
  public void total(long steps) {
    total = steps;
    drawIfDue();
  }

  /** Returns how many steps are done. */
  public long done() {
    return done.get();
  }

  /** Says that the work is done, whatever was counted. */
  public void complete() {
    if (total < 0) {
      total = done.get();
    }
    close();
  }

  /** Ends the work: done, or broken off where steps are missing. Has no effect the second time. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (outer == null) {
      draw(true);
    } else {
      Progress outermost = outermost();
      synchronized (outermost) {
        outer.nested.remove(this);
      }
      outermost.draw(false);
    }
  }

  private Progress outermost() {
    Progress outermost = this;
    while (outermost.outer != null) {
      outermost = outermost.outer;
    }
    return outermost;
  }

  /** One thread draws, the others go on; what comes too early is drawn later. */
  private void drawIfDue() {
    Progress outermost = outermost();
    long due = outermost.nextDraw.get();
    long now = clock.getAsLong();
    if (now - due >= 0) {
      if (outermost.nextDraw.compareAndSet(due, now + INTERVAL)) {
        outermost.draw(false);
      }
    } else if (outermost.drawsLater.compareAndSet(false, true)) {
      later.accept(outermost::drawLatest);
    }
  }

  private void drawLatest() {
    drawsLater.set(false);
    nextDraw.set(clock.getAsLong() + INTERVAL);
    draw(false);
  }

  private static void afterInterval(Runnable drawing) {
    Thread.ofVirtual()
        .name("progress")
        .start(
            () -> {
              try {
                TimeUnit.NANOSECONDS.sleep(INTERVAL);
                drawing.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private synchronized void draw(boolean last) {
    if (last || !closed.get()) {
      List<ProgressState> states = new ArrayList<>();
      collect(states);
      screen.draw(states, last);
    }
  }

  private void collect(List<ProgressState> states) {
    states.add(state());
    nested.forEach(inner -> inner.collect(states));
  }

  private ProgressState state() {
    long count = done.get();
    ProgressState.End end = ProgressState.End.RUNNING;
    if (closed.get()) {
      boolean whole = total < 0 || count >= total;
      end = whole ? ProgressState.End.COMPLETE : ProgressState.End.BROKEN_OFF;
    }
    return new ProgressState(label, count, total, clock.getAsLong() - begin, end);
  }
}
