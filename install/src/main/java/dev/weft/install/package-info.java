/** Starting a kernel as Jupyter does, talking to it, and finding out what is wrong. */
@NullMarked
package dev.weft.install.check;

import org.jspecify.annotations.NullMarked;
