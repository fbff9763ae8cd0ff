/** The command line: what a user types, checked, handed on, and answered in one line. */
@NullMarked
package dev.weft.install.cli;

import org.jspecify.annotations.NullMarked;
