/** Java for the kernel: cells compiled by JShell, run by the worker. */
@NullMarked
package dev.weft.front.jshell;

import org.jspecify.annotations.NullMarked;
