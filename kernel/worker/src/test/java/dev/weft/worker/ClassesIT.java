package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.link.ClassBytes;
import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.RunOutcome;
import dev.weft.link.Step;
import dev.weft.link.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesIT {

  @TempDir private Path folder;
  private WorkerClient worker;

  @BeforeEach
  void start() throws IOException {
    worker = WorkerClient.start();
  }

  @AfterEach
  void end() throws IOException {
    worker.close();
  }

  @Test
  void redefinesClassInUseAndKeepsItsState() throws IOException {
    load("A", "public static int n = 1; public static Object f() { return n++; }");
    assertEquals("1", call("A"));
    assertEquals(
        Optional.empty(),
        redefine("A", "public static int n = 1; public static Object f() { return -n; }"));
    assertEquals("-2", call("A"));
  }

  @Test
  void stopsRedefinedCode() throws IOException {
    load("A", "public static Object f() { return 1; }");
    assertEquals("1", call("A"));
    redefine("A", "public static Object f() { System.out.println(\"in\"); while (true) { } }");
    worker.send(new Command.Run(9, true, List.of(new Step.Invoke("REPL.A", "f", true))));
    worker.awaitText(9, "in\n");
    worker.send(new Command.Stop(9));
    assertEquals(new RunOutcome.Stopped(0), worker.outcome(9));
  }

  @Test
  void replacesClassThatWasNotUsed() throws IOException {
    load("A", "public static Object f() { return 1; }");
    assertEquals(
        Optional.empty(), redefine("A", "static int more; public static Object f() { return 2; }"));
    assertEquals("2", call("A"));
  }

  @Test
  void saysWhyClassCannotBeRedefined() throws IOException {
    load("A", "public static Object f() { return 1; }");
    call("A");
    Optional<String> refusal =
        redefine("A", "public static int more; public static Object f() { return 2; }");
    assertTrue(refusal.orElseThrow().contains("UnsupportedOperationException"), refusal.toString());
    assertEquals("1", call("A"));
  }

  @Test
  void addsFolderToClassPath() throws IOException {
    for (ClassBytes each :
        SnippetCompiler.compile("p.Q", "package p; public class Q { public static int z = 3; }")) {
      Path file = folder.resolve("p/Q.class");
      Files.createDirectories(folder.resolve("p"));
      Files.write(file, each.bytes());
    }
    assertEquals(Optional.empty(), add(folder.toString()));
    assertEquals("3", worker.value("return Class.forName(\"p.Q\").getField(\"z\").get(null);"));
    String missing = folder.resolve("none.jar").toString();
    assertTrue(add(missing).orElseThrow().contains(missing));
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
    assertTrue(add(broken.toString()).orElseThrow().contains("broken.jar"));
  }

  @Test
  void copiesAndReadsVariables() throws IOException {
    load("A", "public static Object v = \"kept\"; public static Object f() { return v; }");
    load("B", "public static Object v; public static Object f() { return v; }");
    worker.send(new Command.CopyVariable("REPL.A", "REPL.B", "v"));
    assertEquals(Optional.empty(), worker.await(Event.Done.class).failure());
    assertEquals("kept", call("B"));
    worker.send(new Command.ReadVariable("REPL.B", "v"));
    assertEquals(Optional.of("kept"), worker.await(Event.VariableRead.class).text());
    worker.send(new Command.ReadVariable("REPL.B", "none"));
    assertEquals(Optional.empty(), worker.await(Event.VariableRead.class).text());
    worker.send(new Command.CopyVariable("REPL.A", "REPL.B", "none"));
    assertTrue(worker.await(Event.Done.class).failure().orElseThrow().contains("none"));
  }

  @Test
  void endsWithTheFront() throws Exception {
    worker.begin("while (Boolean.TRUE) { System.out.println(1); } return null;");
    worker.link().close();
    worker.awaitEnd();
    assertEquals(Worker.LINK_LOST, worker.process().exitValue());
  }

  @Test
  void endsWhenToldTo() throws Exception {
    worker.begin("while (Boolean.TRUE) { } return null;");
    worker.send(new Command.Exit());
    worker.awaitEnd();
    assertEquals(0, worker.process().exitValue());
  }

  @Test
  void sendsWhatWasPrintedBeforeSystemExit() throws Exception {
    long cell = worker.begin("System.out.print(\"bye\"); System.exit(3); return null;");
    worker.awaitEnd();
    assertEquals(3, worker.process().exitValue());
    assertEquals("bye", worker.text(cell, StreamName.STDOUT));
  }

  private void load(String name, String members) throws IOException {
    worker.send(new Command.Run(1, true, List.of(new Step.Load(compile(name, members)))));
    worker.outcome(1);
  }

  private String call(String name) throws IOException {
    worker.send(new Command.Run(2, true, List.of(new Step.Invoke("REPL." + name, "f", true))));
    RunOutcome.Completed done = (RunOutcome.Completed) worker.outcome(2);
    return done.value().orElseThrow().data().getOrDefault("text/plain", "no text");
  }

  private Optional<String> redefine(String name, String members) throws IOException {
    worker.send(new Command.Redefine(compile(name, members)));
    return worker.await(Event.Redefined.class).refusal();
  }

  private Optional<String> add(String entry) throws IOException {
    worker.send(new Command.AddToClassPath(List.of(entry)));
    return worker.await(Event.Done.class).failure();
  }

  private static List<ClassBytes> compile(String name, String members) {
    return SnippetCompiler.compile(
        "REPL." + name, "package REPL; public class " + name + " { " + members + " }");
  }
}
