package dev.weft.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of a pipeline of programs, by the calling thread, with a thread for each stream. */
final class ProgramRun {

  static final boolean WINDOWS = File.separatorChar == '\\';

  private final ProgramSetup setup;
  private final List<Process> processes;
  private final ProgramOutput out;
  private final List<ProgramOutput> errs = new ArrayList<>();
  private final long start = System.nanoTime();

  private ProgramRun(ProgramSetup setup, List<Process> processes) {
    this.setup = setup;
    this.processes = processes;
    out = new ProgramOutput(processes.getLast().getInputStream(), live(System.out), this::kill);
    for (Process each : processes) {
      errs.add(new ProgramOutput(each.getErrorStream(), live(System.err), this::kill));
    }
  }

  private Optional<PrintStream> live(PrintStream stream) {
    return setup.live() ? Optional.of(stream) : Optional.empty();
  }

  static ProgramResult run(ProgramSetup setup) throws InterruptedException {
    List<Process> processes = start(setup);
    boolean ended = false;
    try {
      ProgramResult result = new ProgramRun(setup, processes).await();
      ended = true;
      return result;
    } finally {
      if (!ended) {
        ProgramTree.kill(processes);
      }
    }
  }

  private static List<Process> start(ProgramSetup setup) {
    try {
      return ProcessBuilder.startPipeline(setup.builders());
    } catch (IOException e) {
      throw ProgramSearch.explain(setup, e);
    }
  }

  private void kill() {
    ProgramTree.kill(processes);
  }

  private ProgramResult await() throws InterruptedException {
    out.start();
    errs.forEach(ProgramOutput::start);
    feed();
    boolean inTime = awaitExits();
    if (!inTime) {
      kill();
      for (Process each : processes) {
        each.waitFor();
      }
    }
    ProgramResult result = result();
    if (!inTime) {
      throw new ProgramTimeoutException(setup.commandLine(), setup.timeout().orElseThrow(), result);
    }
    if (setup.checked() && !result.isSuccess()) {
      throw new ProgramFailedException(setup.commandLine(), result);
    }
    return result;
  }

  /** Writes the input beside the reading of the outputs, and closes it. */
  private void feed() {
    OutputStream to = processes.getFirst().getOutputStream();
    byte[] bytes = setup.input().bytes();
    Runnable write =
        () -> {
          try (to) {
            to.write(bytes);
          } catch (IOException e) {
            // the program has closed its input, or has ended: it needs no more
          }
        };
    if (bytes.length == 0) {
      write.run();
    } else {
      Thread.ofPlatform().daemon().name("program-input").start(write);
    }
  }

  /** Returns whether all programs have ended in time. */
  private boolean awaitExits() throws InterruptedException {
    long limit = setup.timeout().map(Waits::nanos).orElse(Long.MAX_VALUE);
    for (Process each : processes) {
      long left = limit - (System.nanoTime() - start);
      if (!each.waitFor(left, TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }

  private ProgramResult result() throws InterruptedException {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    out.awaitEnd();
    for (ProgramOutput each : errs) {
      each.awaitEnd();
    }
    List<Integer> codes = processes.stream().map(each -> code(each.exitValue())).toList();
    return new ProgramResult(codes, out.take(), ProgramOutput.join(errs), duration);
  }

  /** Tells a signal, which the JDK and shells add to 128; 129 is in use as a status. */
  private static int code(int status) {
    return !WINDOWS && status >= 130 && status < 160 ? 128 - status : status;
  }
}
