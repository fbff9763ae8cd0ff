package dev.weft.deadlock;

/**
 * What a thread does.
 *
 * @param id its {@link Thread#threadId()}
 * @param name its name, or its number where it has none
 * @param virtual whether it is a virtual thread
 * @param state {@code running}, {@code sleeping}, {@code waiting}, {@code waiting for a time} or
 *     {@code blocked}, which is waiting to enter {@code synchronized}
 * @param waitsFor the lock or other object that it waits for, or empty
 * @param holder the thread that has it, or empty where none has or it is not known
 * @param where its place in the user's own code, or empty
 */
public record ThreadRow(
    long id,
    String name,
    boolean virtual,
    String state,
    String waitsFor,
    String holder,
    String where) {}
