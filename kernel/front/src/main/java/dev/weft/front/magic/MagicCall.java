package dev.weft.front.magic;

/**
 * A magic as it stands in a cell.
 *
 * @param name what is to be looked up: the word behind the percent sign, {@code !} for a command,
 *     {@code /vars} and {@code //DEPS} as written, {@code %%name} for a cell magic that is not on
 *     the cell's first line
 * @param arguments what follows the name, without blanks around it
 * @param start offset of its first character in the cell
 * @param end offset behind it, where the line ends
 */
public record MagicCall(String name, Source arguments, int start, int end) {}
