package dev.weft.front.options;

/**
 * What somebody has chosen.
 *
 * @param value as it was written
 * @param source where it was written: a variable's name, or a file
 */
public record Setting(Option option, String value, String source) {}
