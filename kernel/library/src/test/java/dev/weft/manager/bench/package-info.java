/** What managers cost on this machine; a program to be run by hand, beside Python's. */
@NullMarked
package dev.weft.manager.bench;

import org.jspecify.annotations.NullMarked;
