/** The messages of the Jupyter protocol as values, their wire form and their signature. */
@NullMarked
package dev.weft.front.protocol;

import org.jspecify.annotations.NullMarked;
