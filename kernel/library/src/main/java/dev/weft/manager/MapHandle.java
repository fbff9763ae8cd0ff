package dev.weft.manager;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A managed map, in any process. */
final class MapHandle<K, V> extends AbstractMap<K, V> implements ManagedMap<K, V>, Serializable {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a proxy
  private final ConcurrentMap<K, V> far;

  @SuppressWarnings("unchecked")
  MapHandle(Remote remote) {
    far = remote.as(ConcurrentMap.class);
  }

  @Override
  public @Nullable V get(Object key) {
    return far.get(key);
  }

  @Override
  public V getOrDefault(Object key, V otherwise) {
    V value = far.get(key);
    return value == null ? otherwise : value;
  }

  @Override
  public boolean containsKey(Object key) {
    return far.containsKey(key);
  }

  @Override
  public boolean containsValue(Object value) {
    return far.containsValue(value);
  }

  @Override
  public int size() {
    return far.size();
  }

  @Override
  public @Nullable V put(K key, V value) {
    return far.put(key, value);
  }

  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    return far.putIfAbsent(key, value);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    far.putAll(new HashMap<>(entries));
  }

  @Override
  public @Nullable V remove(Object key) {
    return far.remove(key);
  }

  @Override
  public boolean remove(Object key, Object value) {
    return far.remove(key, value);
  }

  @Override
  public boolean replace(K key, V before, V after) {
    return far.replace(key, before, after);
  }

  @Override
  public @Nullable V replace(K key, V value) {
    return far.replace(key, value);
  }

  @Override
  public void clear() {
    far.clear();
  }

  @Override
  public @Nullable V compute(
      K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    return far.compute(key, function);
  }

  @Override
  public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> function) {
    return far.computeIfAbsent(key, function);
  }

  @Override
  public @Nullable V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    return far.computeIfPresent(key, function);
  }

  @Override
  public @Nullable V merge(
      K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    return far.merge(key, value, function);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    far.replaceAll(function);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return Collections.unmodifiableSet(far.entrySet());
  }

  @Override
  public Set<K> keySet() {
    return snapshot().keySet();
  }

  @Override
  public Collection<V> values() {
    return snapshot().values();
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    snapshot().forEach(action);
  }

  private Map<K, V> snapshot() {
    Map<K, V> snapshot = new HashMap<>();
    for (Map.Entry<K, V> each : far.entrySet()) {
      snapshot.put(each.getKey(), each.getValue());
    }
    return Collections.unmodifiableMap(snapshot);
  }
}
