/** What a user may choose about the kernel, and where it is written. */
@NullMarked
package dev.weft.front.options;

import org.jspecify.annotations.NullMarked;
