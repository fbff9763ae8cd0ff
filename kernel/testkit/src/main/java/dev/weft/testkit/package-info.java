/** A Jupyter client for tests, with a codec of its own that shares no error with the kernel's. */
@NullMarked
package dev.weft.testkit;

import org.jspecify.annotations.NullMarked;
