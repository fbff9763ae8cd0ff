/**
 * Magics: lines and cells that are orders to the kernel and not Java.
 *
 * <p>{@link dev.weft.front.magic.CellParser} finds them in a cell, {@link
 * dev.weft.front.magic.MagicRegistry} knows them by name, and a magic reaches the notebook through
 * its {@link dev.weft.front.magic.MagicContext}. Nothing here knows JShell, sockets or messages.
 */
@NullMarked
package dev.weft.front.magic;

import org.jspecify.annotations.NullMarked;
