/**
 * Processes that run Java code as threads do: a lambda, with what it needs, in a JVM of its own.
 */
@NullMarked
package dev.weft.process;

import org.jspecify.annotations.NullMarked;
