/** What keeps the worker whole when users' code misbehaves while it is asked about values. */
@NullMarked
package dev.weft.worker.guard;

import org.jspecify.annotations.NullMarked;
