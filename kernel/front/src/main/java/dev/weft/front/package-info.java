/** The kernel's JVM: puts sockets, server and interpreter together. */
@NullMarked
package dev.weft.front;

import org.jspecify.annotations.NullMarked;
