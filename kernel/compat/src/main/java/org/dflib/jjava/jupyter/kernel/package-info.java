/** What notebooks of JJava use of a kernel; its types are types of IJava, too. */
@NullMarked
package org.dflib.jjava.jupyter.kernel;

import org.jspecify.annotations.NullMarked;
