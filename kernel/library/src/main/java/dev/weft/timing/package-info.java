/**
 * How long things take and what comes of them, measured honestly: many runs, spread, never a bare
 * mean.
 */
@NullMarked
package dev.weft.timing;

import org.jspecify.annotations.NullMarked;
