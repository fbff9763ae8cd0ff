/** What tests need from the machine: Python with Jupyter's clients, a browser, other programs. */
@NullMarked
package dev.weft.testkit.environment;

import org.jspecify.annotations.NullMarked;
