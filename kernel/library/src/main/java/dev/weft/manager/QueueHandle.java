package dev.weft.manager;

import java.io.Serializable;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A managed queue, in any process. */
final class QueueHandle<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a proxy
  private final BlockingQueue<E> far;

  @SuppressWarnings("unchecked")
  QueueHandle(Remote remote) {
    far = remote.as(BlockingQueue.class);
  }

  @Override
  public void put(E element) throws InterruptedException {
    if (!far.offer(element)) {
      far.put(element);
    }
  }

  @Override
  public boolean offer(E element) {
    return far.offer(element);
  }

  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    return far.offer(element) || (timeout > 0 && far.offer(element, timeout, unit));
  }

  @Override
  public E take() throws InterruptedException {
    E element = far.poll();
    return element == null ? far.take() : element;
  }

  @Override
  public @Nullable E poll() {
    return far.poll();
  }

  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    E element = far.poll();
    return element != null || timeout <= 0 ? element : far.poll(timeout, unit);
  }

  @Override
  public @Nullable E peek() {
    return far.peek();
  }

  @Override
  public int size() {
    return far.size();
  }

  @Override
  public int remainingCapacity() {
    return far.remainingCapacity();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return far.contains(element);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return far.remove(element);
  }

  @Override
  public void clear() {
    far.clear();
  }

  @Override
  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super E> target, int limit) {
    if (target == this) {
      throw new IllegalArgumentException("A queue can't be drained to itself");
    }
    int count = 0;
    for (E element = limit > 0 ? poll() : null; element != null; element = poll()) {
      target.add(element);
      if (++count == limit) {
        break;
      }
    }
    return count;
  }

  @Override
  public Iterator<E> iterator() {
    return Snapshot.<E>of(far.toArray()).iterator();
  }

  @Override
  public Object[] toArray() {
    return far.toArray();
  }
}
