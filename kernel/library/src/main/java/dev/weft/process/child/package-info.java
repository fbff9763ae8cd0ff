/**
 * Child JVMs: how they are started and kept ready, the connection to them, and their main class.
 *
 * <p>Not exported. {@link dev.weft.process.child.Children} gives out children, of which each is a
 * {@link dev.weft.process.child.Child}: tasks go to it, answers and its end come back through a
 * listener. A kernel says through {@link dev.weft.process.child.Host} where classes come from and
 * where output goes.
 */
@NullMarked
package dev.weft.process.child;

import org.jspecify.annotations.NullMarked;
