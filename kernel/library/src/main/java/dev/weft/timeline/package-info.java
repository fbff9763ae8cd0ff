/**
 * Recording of what threads do, from the JDK's flight recorder, for code that knows nothing of it.
 */
@NullMarked
package dev.weft.timeline;

import org.jspecify.annotations.NullMarked;
