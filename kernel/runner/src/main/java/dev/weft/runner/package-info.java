/** Notebook files, and running them without a Jupyter server. */
@NullMarked
package dev.weft.runner;

import org.jspecify.annotations.NullMarked;
