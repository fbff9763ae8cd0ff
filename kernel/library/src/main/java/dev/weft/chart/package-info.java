/** Charts of timings and of the user's own numbers, drawn as SVG on {@code java.base} alone. */
@NullMarked
package dev.weft.chart;

import org.jspecify.annotations.NullMarked;
