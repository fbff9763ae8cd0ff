/** Queues and pipes between threads and between processes. */
@NullMarked
package dev.weft.channel;

import org.jspecify.annotations.NullMarked;
