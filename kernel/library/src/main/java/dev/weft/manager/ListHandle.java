package dev.weft.manager;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A managed list, in any process. */
final class ListHandle<E> extends AbstractList<E> implements RandomAccess, Serializable {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a proxy
  private final List<E> far;

  @SuppressWarnings("unchecked")
  ListHandle(Remote remote) {
    far = remote.as(List.class);
  }

  private List<E> snapshot() {
    return Snapshot.of(far.toArray());
  }

  @Override
  public E get(int index) {
    return far.get(index);
  }

  @Override
  public int size() {
    return far.size();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return far.contains(element);
  }

  @Override
  public int indexOf(@Nullable Object element) {
    return far.indexOf(element);
  }

  @Override
  public int lastIndexOf(@Nullable Object element) {
    return far.lastIndexOf(element);
  }

  @Override
  public boolean add(E element) {
    return far.add(element);
  }

  @Override
  public void add(int index, E element) {
    far.add(index, element);
  }

  @Override
  public E set(int index, E element) {
    return far.set(index, element);
  }

  @Override
  public E remove(int index) {
    return far.remove(index);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return far.remove(element);
  }

  @Override
  public boolean addAll(Collection<? extends E> elements) {
    return far.addAll(new ArrayList<>(elements));
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> elements) {
    return far.addAll(index, new ArrayList<>(elements));
  }

  @Override
  public boolean removeAll(Collection<?> elements) {
    return far.removeAll(new ArrayList<>(elements));
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    return far.retainAll(new ArrayList<>(elements));
  }

  @Override
  public boolean containsAll(Collection<?> elements) {
    return far.containsAll(new ArrayList<>(elements));
  }

  @Override
  public boolean removeIf(Predicate<? super E> condition) {
    return far.removeIf(condition);
  }

  @Override
  public void replaceAll(UnaryOperator<E> function) {
    far.replaceAll(function);
  }

  @Override
  public void sort(@Nullable Comparator<? super E> order) {
    far.sort(order);
  }

  @Override
  public void clear() {
    far.clear();
  }

  @Override
  public Iterator<E> iterator() {
    return snapshot().iterator();
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    return snapshot().listIterator(index);
  }

  @Override
  public Spliterator<E> spliterator() {
    return snapshot().spliterator();
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    snapshot().forEach(action);
  }

  @Override
  public List<E> subList(int from, int to) {
    return snapshot().subList(from, to);
  }

  @Override
  public Object[] toArray() {
    return far.toArray();
  }

  @Override
  public <T> T[] toArray(T[] target) {
    return snapshot().toArray(target);
  }
}
