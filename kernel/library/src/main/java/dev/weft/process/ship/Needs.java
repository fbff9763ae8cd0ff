package dev.weft.process.ship;

import java.util.Set;

/**
 * What code needs in a child.
 *
 * @param classes names of the classes to send
 * @param fields the static fields whose values go along
 * @param setFields the static fields that it may set
 */
record Needs(Set<String> classes, Set<StaticField> fields, Set<StaticField> setFields) {}
