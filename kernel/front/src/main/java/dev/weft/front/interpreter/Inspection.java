package dev.weft.front.interpreter;

import dev.weft.display.DisplayData;

/** What is known of a name. */
public record Inspection(DisplayData data) {}
