/** The wire between the front JVM and the worker JVM: what is said, and how it is framed. */
@NullMarked
package dev.weft.link;

import org.jspecify.annotations.NullMarked;
