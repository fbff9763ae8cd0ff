/** Notebooks as files, as far as magics read them. */
@NullMarked
package dev.weft.front.notebook;

import org.jspecify.annotations.NullMarked;
