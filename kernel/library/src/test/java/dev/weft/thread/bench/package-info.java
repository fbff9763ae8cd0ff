/** What threads cost on this machine; a program to be run by hand. */
@NullMarked
package dev.weft.thread.bench;

import org.jspecify.annotations.NullMarked;
