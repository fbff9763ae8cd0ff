/** What a notebook shows of a value: text, tables, images, charts. */
@NullMarked
package dev.weft.worker.render;

import org.jspecify.annotations.NullMarked;
