/** Deadlocks, found and drawn, and what each thread waits for. */
@NullMarked
package dev.weft.deadlock;

import org.jspecify.annotations.NullMarked;
