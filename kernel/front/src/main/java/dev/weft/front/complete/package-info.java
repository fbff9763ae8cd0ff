/** What could be written at a cursor. */
@NullMarked
package dev.weft.front.complete;

import org.jspecify.annotations.NullMarked;
