/** What {@code weft install} leaves on disk: kernelspecs, the kernel's jars, and where they go. */
@NullMarked
package dev.weft.install.spec;

import org.jspecify.annotations.NullMarked;
