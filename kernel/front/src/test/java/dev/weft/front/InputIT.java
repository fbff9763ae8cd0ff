package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.Execution;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that ask the person. */
@Timeout(300)
class InputIT {

  @TempDir static Path folder;
  private static RealKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private static WireMessage question() {
    return kernel.client.await(ClientChannel.STDIN, each -> each.type().equals("input_request"));
  }

  private static void answer(WireMessage question, String content) {
    WireMessage plain = kernel.client.message("input_reply", RealKernel.json(content));
    kernel.client.send(
        ClientChannel.STDIN,
        new WireMessage(
            plain.identities(),
            plain.header(),
            question.header(),
            plain.metadata(),
            plain.content(),
            plain.buffers()));
  }

  private static String ask(String code) {
    return kernel.send(code, "{'allow_stdin': true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Scanner(System.in).nextLine()",
        "new BufferedReader(new InputStreamReader(System.in)).readLine()",
        "IO.readln()",
        "Input.line(\"\")",
        "new String(System.in.readNBytes(12), \"UTF-8\").strip()",
      })
  void readsALine(String expression) {
    for (int i = 0; i < 2; i++) {
      String cell = ask(expression);
      answer(question(), "{'value': 'Zoë 😀 ß'}");
      assertEquals("Zoë 😀 ß", kernel.end(cell).result());
    }
  }

  @Test
  void asksWithThePromptOfReadln() {
    String cell = ask("IO.readln(\"Name? \")");
    WireMessage question = question();
    answer(question, "{'value': 'Ada'}");
    Execution execution = kernel.end(cell);
    assertEquals("Ada", execution.result());
    assertEquals("Name? ", execution.stream("stdout") + question.text("prompt"));
    assertFalse(question.content().get("password").getAsBoolean());
  }

  @Test
  void whatWasPrintedLastIsTheQuestion() {
    String cell =
        ask(
            """
            System.out.println("1) tea");
            System.out.print("Choose: ");
            int choice = new Scanner(System.in).nextInt();
            System.out.println("took " + choice);
            """);
    WireMessage question = question();
    answer(question, "{'value': '1'}");
    String text = kernel.end(cell).stream("stdout");
    assertTrue(text.startsWith("1) tea\n"), text);
    assertTrue(text.endsWith("took 1\n"), text);
    String whole = text.replace("took 1\n", "") + question.text("prompt");
    assertEquals("1) tea\nChoose: ", whole);
  }

  @Test
  void asksForAPassword() {
    String cell = ask("Input.password(\"Token: \")");
    WireMessage question = question();
    assertEquals("Token: ", question.text("prompt"));
    assertTrue(question.content().get("password").getAsBoolean());
    answer(question, "{'value': 'pä$$'}");
    assertEquals("pä$$", kernel.end(cell).result());
  }

  @Test
  void endOfInputIsWhatReadersMakeOfIt() {
    String cell =
        ask("IO.readln() + System.in.read() + new Scanner(System.in).hasNext() + Input.line(\"\")");
    for (int i = 0; i < 4; i++) {
      answer(question(), "{'status': 'error'}");
    }
    assertEquals("null-1falsenull", kernel.end(cell).result());
  }

  @Test
  void whatACellLeavesOfALineIsNotReadByTheNext() {
    String first = ask("(char) System.in.read()");
    answer(question(), "{'value': 'yes'}");
    assertEquals("y", kernel.end(first).result());
    String second = ask("IO.readln()");
    answer(question(), "{'value': 'new'}");
    assertEquals("new", kernel.end(second).result());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Scanner(System.in).nextLine();",
        "IO.readln(\"Name? \");",
        "new BufferedReader(new InputStreamReader(System.in)).readLine();",
        "Input.password(\"? \");"
      })
  void withoutPermissionItIsAnErrorAtOnce(String code) {
    Execution cell = kernel.end(kernel.send(code, "{'allow_stdin': false}"));
    assertTrue(cell.reply().text("ename").endsWith("InputRefusedException"));
    assertTrue(cell.reply().text("evalue").contains("allow_stdin is false"));
    assertEquals(code.contains("Name") ? "Name? " : "", cell.stream("stdout"));
  }

  @Test
  void threadsTakeTurns() {
    String cell =
        ask(
            """
            var lines = new java.util.concurrent.ConcurrentSkipListSet<String>();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 3; i++) threads.add(Thread.ofPlatform().start(() -> lines.add(Input.line("?"))));
            for (var t : threads) t.join();
            lines
            """);
    for (int i = 0; i < 3; i++) {
      answer(question(), "{'value': 'line " + i + "'}");
    }
    assertEquals("[line 0, line 1, line 2]", kernel.end(cell).result());
  }

  @Test
  void aThreadOfACellThatHasEndedMayNotAsk() {
    String cell =
        ask(
            """
            var refused = new java.util.concurrent.LinkedBlockingQueue<String>();
            var ended = new java.util.concurrent.CountDownLatch(1);
            Runnable asks = () -> {
              try { IO.readln(); } catch (RuntimeException e) { refused.add(e.getMessage()); }
            };
            Thread.ofPlatform().start(asks);
            Thread.ofPlatform().start(() -> {
              try { ended.await(); asks.run(); } catch (InterruptedException e) { }
            });
            while (Thread.getAllStackTraces().values().stream()
                .noneMatch(t -> Arrays.toString(t).contains("CellInput"))) Thread.sleep(10);
            """);
    question();
    JsonObject reply = kernel.end(cell).reply().content();
    assertEquals("ok", reply.get("status").getAsString(), reply::toString);
    String refusal = "Only a running cell can ask for input, and this one has ended.";
    assertEquals(refusal, kernel.value("refused.take()"));
    assertEquals(refusal, kernel.value("ended.countDown(); refused.take()"));
  }

  @Test
  void anInterruptEndsTheWait() {
    String cell = ask("IO.readln(\"never \");");
    question();
    kernel.interrupt();
    assertEquals("Interrupted", kernel.end(cell).reply().text("ename"));
    String next = ask("IO.readln()");
    answer(question(), "{'value': 'again'}");
    assertEquals("again", kernel.end(next).result());
  }

  @Test
  void thereIsNoConsole() {
    assertEquals("", kernel.value("System.console()"));
  }
}
