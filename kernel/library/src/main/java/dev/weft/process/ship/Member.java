package dev.weft.process.ship;

/**
 * A method or a static field, by its class's binary name.
 *
 * @param owner the class
 * @param name its simple name
 * @param descriptor its type, as class files write it
 */
record Member(String owner, String name, String descriptor) {}
