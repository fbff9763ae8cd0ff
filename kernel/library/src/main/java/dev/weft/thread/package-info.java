/** Helpers for threads that the JDK does not have. */
@NullMarked
package dev.weft.thread;

import org.jspecify.annotations.NullMarked;
