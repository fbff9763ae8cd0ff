/**
 * Points in a program's own code at which something else can act: where code is woven, as that of
 * notebooks is, they are in all of it. For this library and kernels; not exported.
 */
@NullMarked
package dev.weft.step;

import org.jspecify.annotations.NullMarked;
