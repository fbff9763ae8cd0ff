package dev.weft.process.ship;

import java.util.Set;

/**
 * What code needs in a child.
 *
 * @param classes names of the classes to send
 * @param fields the static fields whose values go along
 */
record Needs(Set<String> classes, Set<StaticField> fields) {}
