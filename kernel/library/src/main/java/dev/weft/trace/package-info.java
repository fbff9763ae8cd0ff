/**
 * What the library's own types tell of the threads that use them, while somebody records.
 *
 * <p>Not exported. A type says when a thread begins something, and ends it in a {@code finally}:
 *
 * <pre>{@code
 * Span waiting = Trace.begin(Activity.LOCK_WAIT, name, holderName);
 * try {
 *   await();
 * } finally {
 *   waiting.end();
 * }
 * held = Trace.begin(Activity.LOCK_HELD, name); // held.end() when the lock is given back
 * }</pre>
 *
 * <p>While nobody records, {@code begin} reads one field and returns {@link
 * dev.weft.trace.Span#NONE}. Waits belong on the slow path, after a try that did not succeed. Names
 * are what a reader of the chart knows the thing by: the same name is the same thing, also in other
 * processes. Spans of waiting and holding that are shorter than {@link
 * dev.weft.trace.TraceLog#SHORTEST} are counted, not kept. Spans that have not ended when the
 * recording does are shown up to its end, so a deadlock is seen.
 *
 * <p>Which thread: the one that calls {@code begin}. Any thread may end a span. {@link
 * dev.weft.trace.Activity#QUEUED} and {@link dev.weft.trace.Activity#PROCESS} belong to no thread.
 */
@NullMarked
package dev.weft.trace;

import org.jspecify.annotations.NullMarked;
