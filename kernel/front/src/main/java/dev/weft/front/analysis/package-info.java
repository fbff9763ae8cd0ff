/**
 * What a cell that is being written means: its parts, names and types, found by the JDK's compiler
 * without JShell and without any state of the cell that runs.
 */
@NullMarked
package dev.weft.front.analysis;

import org.jspecify.annotations.NullMarked;
