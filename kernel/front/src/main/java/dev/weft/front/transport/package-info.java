/** The kernel's ZeroMQ sockets: one thread owns them, one ordered outbox feeds them. */
@NullMarked
package dev.weft.front.transport;

import org.jspecify.annotations.NullMarked;
