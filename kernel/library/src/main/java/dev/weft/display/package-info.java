/** Showing values in a notebook: MIME bundles, and the helpers that put them under the cell. */
@NullMarked
package dev.weft.display;

import org.jspecify.annotations.NullMarked;
