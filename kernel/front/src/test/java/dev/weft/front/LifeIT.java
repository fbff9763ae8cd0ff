package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.KernelProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How kernels begin and end. */
@Timeout(300)
class LifeIT {

  private static final String ENDLESS_THREAD =
      "new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }).start();";

  @TempDir Path folder;

  /** A connection that the worker keeps open until it ends, however it ends. */
  private static Socket tie(RealKernel kernel) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(60_000);
      String id =
          kernel.send(
              "var tie = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), "
                  + server.getLocalPort()
                  + ");",
              "{}");
      Socket socket = server.accept();
      socket.setSoTimeout(60_000);
      kernel.end(id);
      return socket;
    }
  }

  private static void awaitEndOfWorker(Socket tie) throws IOException {
    try (tie) {
      assertEquals(-1, tie.getInputStream().read());
    } catch (SocketException reset) {
      assertFalse(String.valueOf(reset.getMessage()).isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"CONTROL, true", "CONTROL, false", "SHELL, false"})
  void shutdownIsAnsweredAndEndsAll(ClientChannel channel, boolean restart) throws Exception {
    try (RealKernel kernel = RealKernel.start(folder)) {
      Socket tie = tie(kernel);
      kernel.value(ENDLESS_THREAD + " 1");
      JsonObject reply = kernel.ask(channel, "shutdown_request", "{'restart': " + restart + "}");
      assertEquals("ok", reply.get("status").getAsString());
      assertEquals(restart, reply.get("restart").getAsBoolean());
      assertEquals(0, kernel.process.awaitExit());
      awaitEndOfWorker(tie);
      assertEquals("", kernel.process.output());
    }
  }

  @Test
  void shutdownEndsACellThatRuns() throws Exception {
    try (RealKernel kernel = RealKernel.start(folder)) {
      Socket tie = tie(kernel);
      kernel.begin("System.out.println(\"go\"); while (true) { Thread.onSpinWait(); }");
      kernel.ask(ClientChannel.CONTROL, "shutdown_request", "{'restart': false}");
      assertEquals(0, kernel.process.awaitExit());
      awaitEndOfWorker(tie);
    }
  }

  @Test
  void aKilledFrontLeavesNoWorker() throws Exception {
    try (RealKernel kernel = RealKernel.start(folder)) {
      Socket tie = tie(kernel);
      kernel.begin(ENDLESS_THREAD + "System.out.println(\"go\"); Thread.sleep(600_000);");
      assertTrue(kernel.process.handle().destroyForcibly());
      kernel.process.awaitExit();
      awaitEndOfWorker(tie);
    }
  }

  @Test
  void theKernelEndsWithItsParent() throws Exception {
    Process parent = new ProcessBuilder("cat").start();
    Map<String, String> environment = Map.of("JPY_PARENT_PID", Long.toString(parent.pid()));
    try (RealKernel kernel = RealKernel.launch(folder, environment, RealKernel.KEY)) {
      kernel.client.awaitReady();
      Socket tie = tie(kernel);
      parent.destroyForcibly();
      assertEquals(0, kernel.process.awaitExit());
      awaitEndOfWorker(tie);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void historyOutlivesTheKernel() throws Exception {
    try (RealKernel first = RealKernel.start(folder)) {
      first.value("int first = 1; first");
      first.ask(ClientChannel.CONTROL, "shutdown_request", "{}");
      first.process.awaitExit();
    }
    try (RealKernel second = RealKernel.start(folder)) {
      second.value("int second = 2;");
      assertEquals(
          RealKernel.json(
                  "{'history': [[1, 1, 'int first = 1; first'], [2, 1, 'int second = 2;']]}")
              .get("history"),
          history(second, "{'hist_access_type': 'tail', 'n': 10}"));
      assertEquals(
          RealKernel.json("{'history': [[2, 1, 'int second = 2;']]}").get("history"),
          history(second, "{'hist_access_type': 'search', 'pattern': '*sec*', 'n': 3}"));
      assertEquals(
          RealKernel.json("{'history': [[1, 1, ['int first = 1; first', '1']]]}").get("history"),
          history(
              second,
              "{'hist_access_type': 'range', 'session': -1, 'start': 1, 'stop': 2,"
                  + " 'output': true}"));
    }
  }

  private static Object history(RealKernel kernel, String content) {
    return kernel.ask(ClientChannel.SHELL, "history_request", content).get("history");
  }

  private void assertRefused(List<String> command, ConnectionFile file, int exit, String notice)
      throws Exception {
    try (KernelProcess kernel = KernelProcess.start(command, Map.of(), file)) {
      assertEquals(exit, kernel.awaitExit());
      List<String> lines = kernel.output().lines().toList();
      assertEquals(1, lines.size(), lines.toString());
      assertTrue(lines.getFirst().contains(notice), lines.toString());
      assertFalse(lines.getFirst().contains(RealKernel.KEY), lines.toString());
    }
  }

  @Test
  void noArgument() throws Exception {
    List<String> command = RealKernel.command();
    ConnectionFile file = ConnectionFile.tcp(folder, RealKernel.KEY);
    assertRefused(command.subList(0, command.size() - 1), file, 2, "an argument");
  }

  @Test
  void noConnectionFile() throws Exception {
    ConnectionFile file = ConnectionFile.tcp(folder, RealKernel.KEY);
    Files.delete(file.path());
    assertRefused(RealKernel.command(), file, 1, "does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{'key': 'KEY', ", "['KEY']", "{'key': ['KEY'], 'ip': '127.0.0.1'}"})
  void noProperConnectionFile(String text) throws Exception {
    ConnectionFile file = ConnectionFile.tcp(folder, RealKernel.KEY);
    Files.writeString(file.path(), text.replace('\'', '"').replace("KEY", RealKernel.KEY));
    assertRefused(RealKernel.command(), file, 1, file.path().toString());
  }

  @Test
  void aPortInUse() throws Exception {
    ConnectionFile file = ConnectionFile.tcp(folder, RealKernel.KEY);
    for (int port : List.of(file.shellPort(), file.heartbeatPort())) {
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName(file.ip()))) {
        assertEquals(port, taken.getLocalPort());
        assertRefused(RealKernel.command(), file, 1, Integer.toString(port));
      }
    }
  }

  @Test
  void noHome() throws Exception {
    List<String> command =
        RealKernel.command().stream()
            .map(word -> word.startsWith("-Dweft.home=") ? "-Dweft.home=" + folder : word)
            .toList();
    ConnectionFile file = ConnectionFile.tcp(folder, RealKernel.KEY);
    assertRefused(command, file, 1, "weft-worker.jar");
  }
}
