/** What queues and pipes cost on this machine; a program to be run by hand, beside Python's. */
@NullMarked
package dev.weft.channel.bench;

import org.jspecify.annotations.NullMarked;
