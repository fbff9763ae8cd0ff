/**
 * How threads and processes wait for each other: locks, semaphores, events, barriers, latches.
 *
 * <p>Those whose names begin with {@code Process} work between all threads of all processes that
 * have them. They are handles: small objects that travel to a child as an argument, a variable, a
 * result, or with a lambda that uses them, and mean the same thing there. What the JDK has for
 * threads is not here again; {@link dev.weft.sync.Event}, {@link dev.weft.sync.NonReentrantLock}
 * and {@link dev.weft.sync.BoundedSemaphore} are what it lacks.
 *
 * <p>What holds for all of them:
 *
 * <ul>
 *   <li><b>Waiting</b> ends by a timeout or, unless the method says otherwise, by an interrupt,
 *       which is noticed within 50 ms. Virtual threads leave their carriers while they wait. Nobody
 *       spins.
 *   <li><b>Death.</b> When a process is killed, what it held is given back to the others within 100
 *       ms, and they are told; each type says how.
 *   <li><b>Fairness.</b> None: a thread that comes may pass those that wait, as by default in the
 *       JDK.
 *   <li><b>Memory.</b> What a thread did to shared memory before it released, signalled, set,
 *       counted down or arrived is seen by those that acquire, are woken or pass after it, in
 *       whatever process they are.
 *   <li><b>End.</b> A close by the process that made it ends it for all: those that wait in it get
 *       an {@link java.lang.IllegalStateException}. Without a close it ends with the program at the
 *       latest.
 * </ul>
 */
@NullMarked
package dev.weft.sync;

import org.jspecify.annotations.NullMarked;
