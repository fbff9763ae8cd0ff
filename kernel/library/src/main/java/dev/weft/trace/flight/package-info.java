/**
 * Recording of what the threads of one JVM do: by the JDK's flight recorder, by looks at them now
 * and then, and by what the library's types tell.
 *
 * <p>Not exported. All times are those of {@link System#nanoTime} in the JVM that was recorded.
 */
@NullMarked
package dev.weft.trace.flight;

import org.jspecify.annotations.NullMarked;
