/**
 * The JVM that runs the user's code.
 *
 * <p>Threads: {@code main} runs user code and nothing else does; {@code link-reader} reads
 * commands, answers signals at once and hands requests to {@code main}; {@code link-writer} alone
 * writes to the link; {@code output} sends what is pending every few milliseconds and sleeps when
 * nothing is; {@code stop} exists while a cell is being stopped.
 */
@NullMarked
package dev.weft.worker;

import org.jspecify.annotations.NullMarked;
