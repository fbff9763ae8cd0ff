/** Weft under real Jupyter clients. */
@NullMarked
package dev.weft.install.clients;

import org.jspecify.annotations.NullMarked;
