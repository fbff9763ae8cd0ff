package dev.weft.link;

/**
 * A class file and its binary name, as {@code REPL.$JShell$11}.
 *
 * @param bytes the class file; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
public record ClassBytes(String name, byte[] bytes) {}
