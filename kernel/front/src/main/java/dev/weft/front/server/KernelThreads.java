package dev.weft.front.server;

import dev.weft.front.log.Log;

/**
 * Makes the threads of the kernel, each of which owns what it works on.
 *
 * <p>{@code io} owns the sockets, {@code heartbeat} echoes, {@code shell} runs cells and owns the
 * interpreter, {@code comm} passes on what is said on comms, {@code control} does what must not
 * wait for a cell, {@code early-interpreter} makes the interpreter and ends, {@code
 * interpreter-start} waits for it and ends, {@code worker-link} reads what the worker sends, {@code
 * parent-watch} waits for the end of the process that started this one. None keeps the JVM alive.
 */
public final class KernelThreads {

  private static final Log LOG = Log.standardError();

  /** The compiler recurses as deep as the code that it is given. */
  private static final long STACK_BYTES = 16L << 20;

  private KernelThreads() {}

  /** Starts a thread; what it throws is logged. */
  public static Thread start(String name, Runnable body) {
    return Thread.ofPlatform()
        .name(name)
        .daemon()
        .stackSize(STACK_BYTES)
        .uncaughtExceptionHandler(KernelThreads::log)
        .start(body);
  }

  private static void log(Thread thread, Throwable thrown) {
    LOG.fault("Thread " + thread.getName() + " has ended by an error.", thrown);
  }
}
