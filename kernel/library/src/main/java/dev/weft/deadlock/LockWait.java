package dev.weft.deadlock;

/**
 * A thread that waits for what another has.
 *
 * @param waiter who waits
 * @param lock for what, as the notebook's variable is called or as its class
 * @param holder who has it
 * @param where the waiter's place in the user's code, or empty
 */
public record LockWait(Party waiter, String lock, Party holder, String where) {}
