/** A magic that draws vector graphics as pictures; the only place for the library that can. */
@NullMarked
package dev.weft.front.magic.picture;

import org.jspecify.annotations.NullMarked;
