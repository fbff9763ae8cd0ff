/** Magics that notebooks of early JJava register, and Weft has anyway. */
@NullMarked
package org.dflib.jjava.jupyter.kernel.magic.common;

import org.jspecify.annotations.NullMarked;
