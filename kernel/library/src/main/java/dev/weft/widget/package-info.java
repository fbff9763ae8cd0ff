/**
 * Widgets: sliders, buttons and other controls that a notebook's client shows and cells react to.
 */
@NullMarked
package dev.weft.widget;

import org.jspecify.annotations.NullMarked;
