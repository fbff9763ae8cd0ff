package dev.weft.process;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A task with a result that can be sent to another process.
 *
 * <p>Methods of this library take it beside {@link Callable}: the compiler picks it for a lambda or
 * a method reference, which is then serializable without further ado.
 *
 * <pre>{@code
 * SerializableCallable<Integer> task = () -> 6 * 7;
 * int answer = ChildProcess.start(task).result();
 * }</pre>
 *
 * @param <T> type of the result, which may be null
 */
@FunctionalInterface
public interface SerializableCallable<T> extends Callable<T>, Serializable {}
