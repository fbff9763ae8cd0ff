/** Cells in, answers out: lists that run over more than one kind of kernel. */
@NullMarked
package dev.weft.testkit.scenario;

import org.jspecify.annotations.NullMarked;
