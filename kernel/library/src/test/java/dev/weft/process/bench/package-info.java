/** What children cost on this machine; programs to be run by hand, beside Python's. */
@NullMarked
package dev.weft.process.bench;

import org.jspecify.annotations.NullMarked;
