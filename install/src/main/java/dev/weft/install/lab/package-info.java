/** JupyterLab for a user who may not have it. */
@NullMarked
package dev.weft.install.lab;

import org.jspecify.annotations.NullMarked;
