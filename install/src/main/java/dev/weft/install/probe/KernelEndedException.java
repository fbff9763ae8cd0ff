package dev.weft.install.probe;

/** A kernel ended while an answer was expected from it. */
public final class KernelEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  KernelEndedException() {
    super("the kernel ended before it answered");
  }
}
