package dev.weft.manager;

import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map that lives in a {@link Manager} and is the same for all processes that have a handle of it.
 *
 * <p>Each method is one atomic step, as in a {@link java.util.concurrent.ConcurrentHashMap}, also
 * those that take a function: it runs in the manager's process, with the variables that are there,
 * and is sent with the values that it has captured. It must not use the same map.
 *
 * <p>Keys and values are copied on their way; a change of a value that was got is not seen by
 * others until it is put again. {@link #keySet}, {@link #values}, {@link #entrySet} and iteration
 * are a snapshot that can't be changed. Neither keys nor values may be null.
 *
 * <pre>{@code
 * try (var manager = new Manager(); var pool = new ProcessPool(4)) {
 *   ManagedMap<String, Integer> counts = manager.newMap();
 *   pool.forEach(words, word -> counts.merge(word, 1, Integer::sum));
 *   System.out.println(counts);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. All methods wait for the manager's answer, uninterruptibly;
 * they throw {@link ManagerGoneException} when it is gone, and {@link
 * dev.weft.process.NotTransferableException} for what can't travel.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public interface ManagedMap<K, V> extends ConcurrentMap<K, V> {

  /** As {@link #compute(Object, BiFunction)}, for a lambda. */
  default @Nullable V compute(
      K key,
      SerializableBiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    return compute(
        key, (BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V>) function);
  }

  /** As {@link #computeIfAbsent(Object, Function)}, for a lambda. */
  default @Nullable V computeIfAbsent(
      K key, SerializableFunction<? super K, ? extends @Nullable V> function) {
    return computeIfAbsent(key, (Function<? super K, ? extends @Nullable V>) function);
  }

  /** As {@link #computeIfPresent(Object, BiFunction)}, for a lambda. */
  default @Nullable V computeIfPresent(
      K key, SerializableBiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    return computeIfPresent(
        key, (BiFunction<? super K, ? super V, ? extends @Nullable V>) function);
  }

  /** As {@link #merge(Object, Object, BiFunction)}, for a lambda. */
  default @Nullable V merge(
      K key,
      V value,
      SerializableBiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    return merge(key, value, (BiFunction<? super V, ? super V, ? extends @Nullable V>) function);
  }

  /** As {@link #replaceAll(BiFunction)}, for a lambda; each entry is one step. */
  default void replaceAll(SerializableBiFunction<? super K, ? super V, ? extends V> function) {
    replaceAll((BiFunction<? super K, ? super V, ? extends V>) function);
  }
}
