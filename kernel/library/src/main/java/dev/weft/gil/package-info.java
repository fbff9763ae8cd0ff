/** A global interpreter lock as CPython has one, simulated, to see what it does to threads. */
@NullMarked
package dev.weft.gil;

import org.jspecify.annotations.NullMarked;
