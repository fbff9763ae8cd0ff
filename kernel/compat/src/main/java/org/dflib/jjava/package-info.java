/** The kernel as notebooks of early JJava name it. */
@NullMarked
package org.dflib.jjava;

import org.jspecify.annotations.NullMarked;
