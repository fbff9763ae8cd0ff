/** Adding magics, as notebooks of JJava do it. */
@NullMarked
package org.dflib.jjava.jupyter.kernel.magic;

import org.jspecify.annotations.NullMarked;
