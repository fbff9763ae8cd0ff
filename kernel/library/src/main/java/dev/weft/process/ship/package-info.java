/**
 * What travels from one JVM to another: lambdas, the classes that their code needs, the variables
 * that it reads, and values; how it is found, written and read.
 *
 * <p>Not exported: the library's own packages and the kernel's worker use it.
 */
@NullMarked
package dev.weft.process.ship;

import org.jspecify.annotations.NullMarked;
