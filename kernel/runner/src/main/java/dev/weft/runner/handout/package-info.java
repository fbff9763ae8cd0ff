/** Notebooks as pages of HTML that need nothing else: for paper, phones and mail. */
@NullMarked
package dev.weft.runner.handout;

import org.jspecify.annotations.NullMarked;
