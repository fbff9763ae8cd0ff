package dev.weft.link;

import java.util.List;

/** What notebook code asks of the kernel while it runs. */
public sealed interface KernelRequest {

  /** Code to compile and to run on the calling thread. */
  record Eval(String code) implements KernelRequest {}

  /** A line magic to carry out. */
  record LineMagic(String name, List<String> arguments) implements KernelRequest {
    /** Keeps its own unmodifiable copy. */
    public LineMagic {
      arguments = List.copyOf(arguments);
    }
  }

  /** A cell magic to carry out. */
  record CellMagic(String name, List<String> arguments, String body) implements KernelRequest {
    /** Keeps its own unmodifiable copy. */
    public CellMagic {
      arguments = List.copyOf(arguments);
    }
  }
}
