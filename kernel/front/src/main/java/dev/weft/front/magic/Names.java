package dev.weft.front.magic;

import java.util.function.Predicate;

/**
 * What names mean, where that tells Java from magics.
 *
 * @param isMagic whether there is a magic of that name
 * @param isJava whether the notebook has declared a variable, method or class of that name
 */
public record Names(Predicate<String> isMagic, Predicate<String> isJava) {}
