/**
 * The first steps of {@code java -jar weft.jar}: find a JDK, unpack the nested jars, start the
 * command line.
 *
 * <p>Everything here is Java 8 bytecode and uses nothing but {@code java.base}, so that any JVM can
 * say what is missing.
 */
@NullMarked
package dev.weft.install.launch;

import org.jspecify.annotations.NullMarked;
