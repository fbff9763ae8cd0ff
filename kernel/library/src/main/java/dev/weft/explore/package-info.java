/**
 * All the ways in which the steps of a few threads can fall between each other, tried one by one.
 */
@NullMarked
package dev.weft.explore;

import org.jspecify.annotations.NullMarked;
