/** The static methods that notebooks of early JJava call. */
@NullMarked
package org.dflib.jjava.runtime;

import org.jspecify.annotations.NullMarked;
