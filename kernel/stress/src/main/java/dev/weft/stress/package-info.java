/**
 * Interleavings of threads in shared memory, tried by jcstress: {@code mvn -Pjcstress verify -pl
 * kernel/stress -am -DskipTests -DskipITs}.
 *
 * <p>Outcomes that a test does not name are forbidden.
 */
@NullMarked
package dev.weft.stress;

import org.jspecify.annotations.NullMarked;
