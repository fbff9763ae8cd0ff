/** Starting a kernel as Jupyter does, and asking it something. */
@NullMarked
package dev.weft.install.probe;

import org.jspecify.annotations.NullMarked;
