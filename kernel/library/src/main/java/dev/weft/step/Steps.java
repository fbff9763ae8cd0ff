package dev.weft.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The steps of this program's code, and those who want to know of them. */
public final class Steps {

  /** Filled once, by a kernel before any of its user's code runs. */
  private static final AtomicReference<@Nullable Steps> INSTANCE = new AtomicReference<>();

  private final StepSource source;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<StepObserver> observers = new ArrayList<>();

  private Steps(StepSource source) {
    this.source = source;
  }

  /**
   * Says what weaves the code.
   *
   * @throws IllegalStateException if it is known already
   */
  public static void connect(StepSource source) {
    if (!INSTANCE.compareAndSet(null, new Steps(source))) {
      throw new IllegalStateException("The source of steps is connected already");
    }
  }

  /** Returns whether this program's code is woven, so that observers are told of steps at all. */
  public static boolean areWoven() {
    return INSTANCE.get() != null;
  }

  /**
   * Tells the observer of steps from now on.
   *
   * @return what ends that; of use once
   */
  public static Runnable observe(StepObserver observer) {
    Steps steps = INSTANCE.get();
    if (steps == null) {
      return () -> {};
    }
    steps.change(() -> steps.observers.add(observer));
    return () -> steps.change(() -> steps.observers.remove(observer));
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      source.observe(together(observers));
    } finally {
      lock.unlock();
    }
  }

  private static @Nullable StepObserver together(List<StepObserver> observers) {
    return switch (observers.size()) {
      case 0 -> null;
      case 1 -> observers.getFirst();
      default -> new Several(List.copyOf(observers));
    };
  }

  private record Several(List<StepObserver> observers) implements StepObserver {
    @Override
    public void check() {
      observers.forEach(StepObserver::check);
    }

    @Override
    public void reads(String what) {
      observers.forEach(each -> each.reads(what));
    }

    @Override
    public void hasRead(String what, @Nullable Object value) {
      observers.forEach(each -> each.hasRead(what, value));
    }

    @Override
    public void writes(String what, @Nullable Object value) {
      observers.forEach(each -> each.writes(what, value));
    }

    @Override
    public void enters(Object taken) {
      observers.forEach(each -> each.enters(taken));
    }

    @Override
    public void tried(Object tried, boolean taken) {
      observers.forEach(each -> each.tried(tried, taken));
    }

    @Override
    public void left(Object left) {
      observers.forEach(each -> each.left(left));
    }
  }
}
