/** Answers messages: between the messages of the protocol and the interpreter. */
@NullMarked
package dev.weft.front.server;

import org.jspecify.annotations.NullMarked;
