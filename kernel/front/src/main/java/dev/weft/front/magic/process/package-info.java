/** Magics that run programs. */
@NullMarked
package dev.weft.front.magic.process;

import org.jspecify.annotations.NullMarked;
