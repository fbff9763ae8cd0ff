/** What was run in this session and in earlier ones, kept on disk. */
@NullMarked
package dev.weft.front.history;

import org.jspecify.annotations.NullMarked;
