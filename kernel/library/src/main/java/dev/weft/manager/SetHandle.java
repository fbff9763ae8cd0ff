package dev.weft.manager;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/** A managed set, in any process. */
final class SetHandle<E> extends AbstractSet<E> implements Serializable {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a proxy
  private final Set<E> far;

  @SuppressWarnings("unchecked")
  SetHandle(Remote remote) {
    far = remote.as(Set.class);
  }

  @Override
  public boolean add(E element) {
    return far.add(element);
  }

  @Override
  public boolean remove(Object element) {
    return far.remove(element);
  }

  @Override
  public boolean contains(Object element) {
    return far.contains(element);
  }

  @Override
  public int size() {
    return far.size();
  }

  @Override
  public void clear() {
    far.clear();
  }

  @Override
  public boolean addAll(Collection<? extends E> elements) {
    return far.addAll(new ArrayList<>(elements));
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
  public Iterator<E> iterator() {
    return Snapshot.<E>of(far.toArray()).iterator();
  }

  @Override
  public Object[] toArray() {
    return far.toArray();
  }

  @Override
  public <T> T[] toArray(T[] target) {
    return Snapshot.<E>of(far.toArray()).toArray(target);
  }
}
