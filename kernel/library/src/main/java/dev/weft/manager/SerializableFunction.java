package dev.weft.manager;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that can be sent to another process; the compiler picks it for a lambda.
 *
 * <pre>{@code
 * SerializableFunction<String, Integer> length = String::length;
 * map.computeIfAbsent("four", length);
 * }</pre>
 *
 * @param <A> type of its argument
 * @param <R> type of its result
 */
@FunctionalInterface
public interface SerializableFunction<A, R> extends Function<A, R>, Serializable {}
