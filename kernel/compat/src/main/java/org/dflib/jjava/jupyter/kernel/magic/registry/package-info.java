/** Adding magics, as notebooks of early JJava do it. */
@NullMarked
package org.dflib.jjava.jupyter.kernel.magic.registry;

import org.jspecify.annotations.NullMarked;
