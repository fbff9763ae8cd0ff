/** Comms: named connections between notebook code and what runs in the notebook's client. */
@NullMarked
package dev.weft.comm;

import org.jspecify.annotations.NullMarked;
