package dev.weft.link;

/**
 * A magic that notebook code offers.
 *
 * @param isLine whether it has a line form
 * @param isCell whether it has a cell form
 */
public record OfferedMagic(String name, String summary, boolean isLine, boolean isCell) {}
