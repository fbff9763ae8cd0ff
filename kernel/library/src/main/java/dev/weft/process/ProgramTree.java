package dev.weft.process;

import java.util.List;
import java.util.stream.Stream;

/** Ends programs with all that they have started. */
final class ProgramTree {

  private ProgramTree() {}

  /** Ends each with its descendants; a parent first, so that it starts no more of them. */
  static void kill(List<Process> roots) {
    List<ProcessHandle> all =
        roots.stream()
            .map(Process::toHandle)
            .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
            .toList();
    all.forEach(ProgramTree::killWithChildren);
  }

  private static void killWithChildren(ProcessHandle handle) {
    List<ProcessHandle> children = handle.children().toList();
    handle.destroyForcibly();
    children.forEach(ProgramTree::killWithChildren);
  }
}
