/**
 * Live objects that any process of a program may use: maps, lists, sets, queues, counters, and the
 * user's own behind interfaces.
 */
@NullMarked
package dev.weft.manager;

import org.jspecify.annotations.NullMarked;
