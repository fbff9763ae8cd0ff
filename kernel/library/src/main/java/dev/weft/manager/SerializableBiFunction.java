package dev.weft.manager;

import java.io.Serializable;
import java.util.function.BiFunction;

/**
 * A function of two arguments that can be sent to another process; the compiler picks it for a
 * lambda.
 *
 * <pre>{@code
 * SerializableBiFunction<Integer, Integer, Integer> add = Integer::sum;
 * map.merge("hits", 1, add);
 * }</pre>
 *
 * @param <A> type of its first argument
 * @param <B> type of its second argument
 * @param <R> type of its result
 */
@FunctionalInterface
public interface SerializableBiFunction<A, B, R> extends BiFunction<A, B, R>, Serializable {}
