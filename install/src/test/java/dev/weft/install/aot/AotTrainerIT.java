package dev.weft.install.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.install.spec.KernelCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotTrainerIT {
  @TempDir Path folder;
  private KernelCommand command;
  private AotTrainer trainer;

  @BeforeEach
  void makeHome() throws Exception {
    Path home = FakeHome.make(folder.resolve("ho me ü"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    command = new KernelCommand(java, home);
    trainer = new AotTrainer(command);
  }

  private Path cache(String name) {
    return command.home().resolve("aot").resolve(name);
  }

  @Test
  void recordsBothCachesOnceAndAgainWhenAJarChanges() throws Exception {
    assertInstanceOf(AotTrainer.Outcome.Missing.class, trainer.check());
    var fits = assertInstanceOf(AotTrainer.Outcome.Fits.class, trainer.train(), this::state);
    assertTrue(Files.size(cache("front.aot")) > 1 << 20);
    assertTrue(Files.size(cache("worker.aot")) > 1 << 20);
    try (var files = Files.list(command.home().resolve("aot"))) {
      assertEquals(3, files.count(), "two caches and a fingerprint");
    }

    FileTime recorded = Files.getLastModifiedTime(cache("front.aot"));
    assertEquals(fits, trainer.train());
    assertEquals(recorded, Files.getLastModifiedTime(cache("front.aot")));

    Path jar = command.home().resolve("front").resolve("gson.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
    assertEquals(
        new AotTrainer.Outcome.Missing("the JDK, the jars or the options changed since"),
        trainer.check());
  }

  @Test
  void saysNothingOnScreenAboutACacheThatDoesNotFit() throws Exception {
    Files.createDirectories(command.home().resolve("aot"));
    for (String content : new String[] {"", "garbage"}) {
      Files.writeString(cache("front.aot"), content);
      assertEquals("", outputOf(command.normal()));
    }
    Files.delete(cache("front.aot"));
    assertEquals("", outputOf(command.normal()));
  }

  @Test
  void givesTheReasonWhereTheKernelDoesNotStart() throws Exception {
    Files.delete(command.home().resolve("front").resolve("jeromq.jar"));
    var missing = assertInstanceOf(AotTrainer.Outcome.Missing.class, trainer.train());
    assertTrue(
        missing.reason().startsWith("the kernel ended before it answered; it printed: "),
        missing.reason());
    assertTrue(missing.reason().contains("org/zeromq"), missing.reason());
  }

  private String state() {
    return String.valueOf(trainer.check());
  }

  /** What the JVM itself prints: the class asked for does nothing. */
  private static String outputOf(List<String> command) throws Exception {
    List<String> whole = new ArrayList<>(command);
    int jar = whole.indexOf("-jar");
    whole.set(jar, "-cp");
    whole.add(FakeKernel.Worker.class.getName());
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output;
  }
}
