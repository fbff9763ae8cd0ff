/** What a language offers to the kernel; knows neither sockets nor messages. */
@NullMarked
package dev.weft.front.interpreter;

import org.jspecify.annotations.NullMarked;
