/** What is known of the name at a cursor. */
@NullMarked
package dev.weft.front.inspect;

import org.jspecify.annotations.NullMarked;
