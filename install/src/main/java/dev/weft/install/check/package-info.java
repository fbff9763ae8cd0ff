/** Finding out what is wrong with an installation. */
@NullMarked
package dev.weft.install.check;

import org.jspecify.annotations.NullMarked;
