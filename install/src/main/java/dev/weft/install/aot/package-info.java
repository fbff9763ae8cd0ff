/** Start-up caches of the kernel's two JVMs, recorded from a real run. */
@NullMarked
package dev.weft.install.aot;

import org.jspecify.annotations.NullMarked;
