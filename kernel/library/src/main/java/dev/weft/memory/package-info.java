/**
 * Numbers, arrays and raw memory that several processes share.
 *
 * <p>A value or an array is a handle: it travels to a child as an argument, a variable, a result,
 * or with a lambda that uses it, and there it is the same memory. Reads and writes are seen by all
 * processes at once. The memory is off the heap, all zeros at first, and bounds are checked.
 *
 * <p>It ends when the process that made it closes it; if it never left that process, also when
 * nobody there refers to it any more; and with the program at the latest. What a killed program
 * leaves is removed by the next one. Where {@code /dev/shm} is full or missing, files in the folder
 * for temporary files take its place.
 */
@NullMarked
package dev.weft.memory;

import org.jspecify.annotations.NullMarked;
