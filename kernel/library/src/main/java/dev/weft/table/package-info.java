/** Tables as text and as HTML, for values of this library that show themselves; not exported. */
@NullMarked
package dev.weft.table;

import org.jspecify.annotations.NullMarked;
