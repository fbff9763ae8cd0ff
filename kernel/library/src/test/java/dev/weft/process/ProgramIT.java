package dev.weft.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs real programs. */
@Timeout(240)
@DisabledOnOs(OS.WINDOWS) // the programs are those of POSIX
class ProgramIT {

  @TempDir Path folder;

  private static void awaitGone(long pid) throws Exception {
    while (ProcessHandle.of(pid).isPresent() && !isZombie(pid)) {
      Thread.sleep(20);
    }
  }

  /** What nobody has asked for its exit code is still listed. */
  private static boolean isZombie(long pid) throws InterruptedException {
    return Programs.run("ps", "-o", "stat=", "-p", "" + pid).stdout().startsWith("Z");
  }

  private static void awaitFile(Path file) throws Exception {
    while (!Files.exists(file)) {
      Thread.sleep(20);
    }
  }

  @Test
  void givesTheOutputsAndTheExitCode() throws Exception {
    ProgramResult result = Programs.run("sh", "-c", "echo out; echo err >&2; exit 3");
    assertEquals(3, result.exitCode());
    assertEquals("out\n", result.stdout());
    assertEquals("err\n", result.stderr());
    assertFalse(result.isSuccess());
    assertEquals("out\nerr\nexit code 3", result.toString());
    assertTrue(result.duration().isPositive());
  }

  @Test
  void argumentsAreTakenAsTheyAre() throws Exception {
    assertEquals(
        "a  b|$HOME|*|\n", Programs.run("printf", "%s|%s|%s|\n", "a  b", "$HOME", "*").stdout());
    assertEquals("3\n", Programs.shell("echo $((1 + 2))").stdout());
  }

  @Test
  void tellsSignals() throws Exception {
    assertEquals(-9, Programs.shell("kill -9 $$").exitCode());
    assertEquals(-15, Programs.shell("kill -15 $$").exitCode());
    assertEquals(129, Programs.shell("exit 129").exitCode());
    assertEquals(255, Programs.shell("exit 255").exitCode());
  }

  @Test
  void withoutInputTheProgramReadsItsEnd() throws Exception {
    assertEquals("", Programs.run("cat").stdout());
  }

  @Test
  void readsTextBytesAndFiles() throws Exception {
    assertEquals("äö", Program.of("cat").stdin("äö").run().stdout());
    byte[] bytes = {0, -1, 10, 13, -128};
    assertArrayEquals(bytes, Program.of("cat").stdin(bytes).run().stdoutBytes());
    Path file = Files.writeString(folder.resolve("in"), "b\na\n");
    assertEquals(List.of("a", "b"), Program.of("sort").stdin(file).run().lines());
  }

  @Test
  void invalidTextIsReplaced() throws Exception {
    ProgramResult result = Programs.shell("printf 'a\\377b'");
    assertEquals("a\uFFFDb", result.stdout());
    assertArrayEquals(new byte[] {'a', -1, 'b'}, result.stdoutBytes());
  }

  @Test
  void fullPipesInAllDirectionsBlockNothing() throws Exception {
    byte[] in = new byte[3_000_000];
    ProgramResult result =
        Program.shell("head -c 2000000 /dev/zero >&2; cat; head -c 2000000 /dev/zero >&2")
            .stdin(in)
            .run();
    assertEquals(3_000_000, result.stdoutBytes().length);
    assertEquals(4_000_000, result.stderrBytes().length);
  }

  @Test
  void takesMuchOutput() throws Exception {
    assertEquals(20_000_000, Programs.shell("head -c 20000000 /dev/zero").stdoutBytes().length);
  }

  @Test
  void aProgramNeedNotReadItsInput() throws Exception {
    byte[] in = new byte[10_000_000];
    assertEquals(0, Program.of("true").stdin(in).check().run().exitCode());
    assertEquals(1, Program.of("head", "-c", "1").stdin(in).run().stdoutBytes().length);
  }

  @Test
  void aTimeoutEndsTheWholeTreeAndKeepsTheOutput() {
    Program program = Program.shell("echo begun; sh -c 'sleep 600 & echo $!; wait'; echo never");
    ProgramTimeoutException thrown =
        assertThrows(
            ProgramTimeoutException.class, () -> program.timeout(Duration.ofSeconds(5)).run());
    List<String> lines = thrown.result().lines();
    assertEquals("begun", lines.get(0));
    assertEquals(2, lines.size());
    assertEquals(-9, thrown.result().exitCode());
    assertTrue(String.valueOf(thrown.getMessage()).contains("ran longer than 5.0 s"));
    long grandchild = Long.parseLong(lines.get(1));
    assertDoesNotOutlive(grandchild);
  }

  private static void assertDoesNotOutlive(long pid) {
    try {
      awaitGone(pid);
    } catch (Exception e) {
      throw new AssertionError("Process " + pid + " goes on", e);
    }
  }

  @Test
  void aTimeoutThatIsNotReachedChangesNothing() throws Exception {
    assertEquals("x\n", Program.of("echo", "x").timeout(Duration.ofSeconds(200)).run().stdout());
    assertEquals("x\n", Program.of("echo", "x").timeout(Duration.ofDays(1L << 40)).run().stdout());
  }

  @Test
  void anInterruptEndsTheTree() throws Exception {
    Path pid = folder.resolve("pid");
    CompletableFuture<Throwable> ending = new CompletableFuture<>();
    Program program =
        Program.shell("sleep 600 & echo $! > pid.new; mv pid.new pid; wait").in(folder);
    Thread caller =
        Thread.ofPlatform()
            .start(
                () ->
                    ending.complete(assertThrows(InterruptedException.class, () -> program.run())));
    awaitFile(pid);
    caller.interrupt();
    assertInstanceOf(InterruptedException.class, ending.get());
    awaitGone(Long.parseLong(Files.readString(pid).strip()));
  }

  @Test
  void doesNotWaitForAGrandchildThatKeepsThePipe() throws Exception {
    ProgramResult result = Programs.shell("echo first; sleep 600 & echo $!");
    List<String> lines = result.lines();
    long grandchild = Long.parseLong(lines.get(1));
    try {
      assertEquals("first", lines.get(0));
      assertFalse(isZombie(grandchild));
      assertTrue(ProcessHandle.of(grandchild).isPresent(), "it was not to be ended");
    } finally {
      ProcessHandle.of(grandchild).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void doesNotWaitForAGrandchildThatNeverStopsPrinting() throws Exception {
    ProgramResult result = Programs.shell("yes & echo $! >&2");
    ProcessHandle.of(Long.parseLong(result.stderr().strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
    assertEquals(0, result.exitCode());
  }

  @Test
  void checkTellsWhatHasFailed() throws Exception {
    Program program = Program.of("sh", "-c", "echo why >&2; exit 7").check();
    ProgramFailedException thrown = assertThrows(ProgramFailedException.class, program::run);
    assertEquals(7, thrown.result().exitCode());
    assertEquals(
        "[sh -c 'echo why >&2; exit 7'] ended with exit code 7; the end of its standard error:\n"
            + "why",
        thrown.getMessage());
    assertEquals("ok\n", Program.of("echo", "ok").check().run().stdout());
  }

  @Test
  void runsInADirectoryWithVariables() throws Exception {
    Path real = folder.toRealPath();
    assertEquals(real + "\n", Program.of("pwd", "-P").in(folder).run().stdout());
    assertEquals(real + "\n", Program.of("pwd", "-P").in(folder.toString()).run().stdout());
    Program show = Program.shell("echo ${WEFT_A-none} ${HOME-none}");
    assertEquals("x none\n", show.env("WEFT_A", "x").withoutEnv("HOME").run().stdout());
    assertEquals(System.getenv("HOME") == null, show.run().stdout().equals("none none\n"));
  }

  @Test
  void tellsWhyItCannotStart() throws Exception {
    assertEquals(
        "There is no program [weft-none] on the PATH: " + System.getenv("PATH"),
        startFailure(Program.of("weft-none", "-l")));
    Path missing = folder.resolve("missing");
    assertEquals("There is no program [" + missing + "]", startFailure(Program.of(missing + "")));
    Path plain = Files.writeString(folder.resolve("plain"), "text");
    assertEquals(
        "[" + plain + "] can't be run: it is not an executable file",
        startFailure(Program.of(plain.toString())));
    assertEquals(
        "There is no directory [" + missing + "]", startFailure(Program.of("ls").in(missing)));
    assertEquals(
        "There is no readable file [" + missing + "]",
        startFailure(Program.of("cat").stdin(missing)));
    assertTrue(startFailure(Program.of("echo", "x").pipe("weft-none")).contains("[weft-none]"));
  }

  private static String startFailure(Program program) {
    return String.valueOf(assertThrows(ProgramStartException.class, program::run).getMessage());
  }

  @Test
  void pipesProgramsAndTellsAllExitCodes() throws Exception {
    Program program = Program.of("printf", "b\\na\\nb\\n").pipe("sort").pipe("uniq", "-c");
    ProgramResult result = program.check().run();
    assertEquals(List.of(0, 0, 0), result.exitCodes());
    assertEquals(List.of("1 a", "2 b"), result.lines().stream().map(String::strip).toList());
    assertEquals("printf b\\na\\nb\\n | sort | uniq -c", program.toString());
  }

  @Test
  void aPipelineFailsWithAnyOfItsPrograms() throws Exception {
    Program program =
        Program.shell("echo x; echo first >&2; exit 4").pipe("sh", "-c", "cat; echo second >&2");
    ProgramResult result = program.run();
    assertEquals(List.of(4, 0), result.exitCodes());
    assertEquals("x\n", result.stdout());
    assertEquals("first\nsecond\n", result.stderr());
    assertFalse(result.isSuccess());
    assertThrows(ProgramFailedException.class, () -> program.check().run());
  }

  @Test
  void aPipelinesFirstProgramMayBeCutShort() throws Exception {
    ProgramResult result = Program.of("yes").pipe("head", "-n", "1").check().run();
    assertEquals("y\n", result.stdout());
    assertEquals(0, result.exitCode());
  }

  @Test
  void aPipelineReadsItsInputAndItsTimeoutEndsAll() throws Exception {
    assertEquals("A\n", Program.of("cat").pipe("tr", "a", "A").stdin("a\n").run().stdout());
    ProgramTimeoutException thrown =
        assertThrows(
            ProgramTimeoutException.class,
            () ->
                Program.of("sleep", "600")
                    .pipe("sleep", "601")
                    .timeout(Duration.ofMillis(300))
                    .run());
    assertEquals(List.of(-9, -9), thrown.result().exitCodes());
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Programs.run());
    assertThrows(IllegalArgumentException.class, () -> Programs.run(" "));
    assertThrows(IllegalArgumentException.class, () -> Programs.run("ls", "a\0b"));
    assertThrows(IllegalArgumentException.class, () -> Programs.shell("  "));
    Program ls = Program.of("ls");
    assertThrows(IllegalArgumentException.class, () -> ls.pipe());
    assertThrows(IllegalArgumentException.class, () -> ls.timeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> ls.timeout(Duration.ofSeconds(-1)));
    assertThrows(IllegalArgumentException.class, () -> ls.env("", "x"));
    assertThrows(IllegalArgumentException.class, () -> ls.env("a=b", "x"));
    assertThrows(IllegalArgumentException.class, () -> ls.env("a", "x\0"));
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without a checker may do
  void nullIsRefused() {
    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> Programs.run("ls", null));
    assertEquals("The command [ls, null] has a null argument", thrown.getMessage());
    assertThrows(NullPointerException.class, () -> Program.of("cat").stdin((String) null));
    assertThrows(NullPointerException.class, () -> Program.of("cat").timeout(null));
  }

  @Test
  void aProgramIsAValue() throws IOException, InterruptedException {
    Program cat = Program.of("cat");
    Program with = cat.stdin("x".getBytes(StandardCharsets.UTF_8)).check();
    assertEquals("x", with.run().stdout());
    assertEquals("x", with.run().stdout());
    assertEquals("", cat.run().stdout());
  }
}
