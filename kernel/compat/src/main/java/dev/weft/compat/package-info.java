/** What connects the foreign names with Weft. */
@NullMarked
package dev.weft.compat;

import org.jspecify.annotations.NullMarked;
