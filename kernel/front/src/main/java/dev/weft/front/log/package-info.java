/** Where the kernel says what went wrong. */
@NullMarked
package dev.weft.front.log;

import org.jspecify.annotations.NullMarked;
