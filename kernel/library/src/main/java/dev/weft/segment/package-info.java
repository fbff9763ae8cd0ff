/**
 * Memory that processes share, and how their threads wait for each other in it.
 *
 * <p>Not exported: what {@code dev.weft.memory}, {@code dev.weft.sync}, {@code dev.weft.channel}
 * and others are built on.
 *
 * <h2>Memory</h2>
 *
 * <pre>{@code
 * Region region = Region.create("queue", 4096);  // zeros, aligned to 64 bytes
 * MemorySegment memory = region.memory();
 * RegionRef ref = region.ref();                  // serializable: what a handle writes of itself
 * Region same = Region.attach(ref);              // in whatever process the handle arrives
 * region.close();
 * }</pre>
 *
 * <p>Small regions are cells of a file that its process fills bit by bit; others have a file of
 * their own. The files are in {@code /dev/shm}, or in the folder for temporary files where that
 * does not exist or is full, in a folder that only their user can enter. All space is reserved at
 * once, so that an access never fails later. A region ends when the process that made it closes it;
 * or, if it never left that process, when nobody there refers to it any more or the process ends;
 * or else with the family: the process that no other of ours has started, and its descendants.
 * Folders of families whose first process has gone are swept by whoever makes the next file.
 *
 * <p>Before a region is closed for all, its words on which others wait should be poisoned ({@link
 * dev.weft.segment.Mutex#poison}) and woken; {@link dev.weft.segment.Region#requireOpen} throws
 * what the JDK throws for something closed.
 *
 * <h2>Waiting</h2>
 *
 * <p>A {@link dev.weft.segment.WaitWord} is an {@code int} on which threads sleep until it has
 * another value. A {@link dev.weft.segment.Wait} is the patience of one thread: for ever, until an
 * interrupt, or for a time. It sleeps in slices of at most 50 ms, after each of which the caller
 * looks at the world again, so that an interrupt, the death of another process and a closed region
 * are all seen.
 *
 * <pre>{@code
 * Wait wait = Wait.upTo(nanos);
 * try {
 *   int seen = word.get();
 *   while (!ready()) {
 *     if (!wait.sleep(word, seen)) {
 *       return wait.orInterrupted();             // false; throws InterruptedException
 *     }
 *     region.requireOpen();
 *     seen = word.get();
 *   }
 * } finally {
 *   wait.end();
 * }
 * }</pre>
 *
 * <p>Whoever makes it ready changes the word and then calls {@link dev.weft.segment.WaitWord#wake}.
 * Virtual threads give their carriers back while they sleep. Linux sleeps by futex; elsewhere,
 * where native access is not enabled, and where the system property {@code dev.weft.waiting} is
 * {@code portable}, threads look again after short times, up to 2 ms.
 *
 * <h2>Exclusion that outlives its holder</h2>
 *
 * <p>A {@link dev.weft.segment.Mutex} guards what is in a region for some instructions. It says
 * when the process that held it has died. What it guards should be such that each change takes
 * effect by the last single store, so that there is nothing to repair. {@link
 * dev.weft.segment.ProcessKey} names a process by its id and the time of its start.
 */
@NullMarked
package dev.weft.segment;

import org.jspecify.annotations.NullMarked;
