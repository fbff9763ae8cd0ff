/** Magics that notebooks of IJava register, and Weft has anyway. */
@NullMarked
package io.github.spencerpark.jupyter.kernel.magic.common;

import org.jspecify.annotations.NullMarked;
