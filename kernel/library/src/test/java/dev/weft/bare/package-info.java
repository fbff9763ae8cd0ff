/** JVMs for tests that need many of them. */
@NullMarked
package dev.weft.bare;

import org.jspecify.annotations.NullMarked;
