/** Calling the kernel from Java code of a notebook, and adding magics to it. */
@NullMarked
package dev.weft.magic;

import org.jspecify.annotations.NullMarked;
