/** Asking the person in front of the notebook. */
@NullMarked
package dev.weft.input;

import org.jspecify.annotations.NullMarked;
