package dev.weft.channel;

import java.util.AbstractQueue;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Elements by priority; those of the same in the order in which they came. Not thread-safe. */
final class PriorityStore<E> extends AbstractQueue<E> {

  private final Queue<Entry<E>> entries;
  private final Comparator<? super E> order;
  private long last;

  PriorityStore(Comparator<? super E> order) {
    this.order = order;
    entries =
        new PriorityQueue<>(
            Comparator.<Entry<E>, E>comparing(Entry::element, order).thenComparing(Entry::number));
  }

  /** The natural order of elements, of whatever type they turn out to be. */
  @SuppressWarnings("unchecked")
  static <E> Comparator<E> natural() {
    return (a, b) -> {
      if (!(a instanceof Comparable<?> comparable)) {
        throw new ClassCastException(
            "An element of type "
                + a.getClass().getTypeName()
                + " is not Comparable; give the queue a Comparator");
      }
      return ((Comparable<E>) comparable).compareTo(b);
    };
  }

  private record Entry<E>(E element, long number) {}

  /** Compares the element, with itself if there is no other: so a wrong one is found now. */
  @Override
  public boolean offer(E element) {
    int unused = order.compare(element, element);
    entries.add(new Entry<>(element, ++last));
    return true;
  }

  @Override
  public @Nullable E poll() {
    Entry<E> first = entries.poll();
    return first == null ? null : first.element();
  }

  @Override
  public @Nullable E peek() {
    Entry<E> first = entries.peek();
    return first == null ? null : first.element();
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return entries.stream()
        .filter(each -> each.element().equals(element))
        .findFirst()
        .map(entries::remove)
        .orElse(false);
  }

  /** In the order in which they would be taken. */
  @Override
  public Iterator<E> iterator() {
    Stream<Entry<E>> sorted =
        entries.stream()
            .sorted(
                Comparator.<Entry<E>, E>comparing(Entry::element, order)
                    .thenComparing(Entry::number));
    return sorted.map(Entry::element).iterator();
  }
}
