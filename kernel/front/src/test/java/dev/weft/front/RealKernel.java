package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.weft.testkit.ClientChannel;
import dev.weft.testkit.ConnectionFile;
import dev.weft.testkit.Execution;
import dev.weft.testkit.JupyterClient;
import dev.weft.testkit.KernelProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kernel in a JVM of its own, started as clients start it, and one client. */
final class RealKernel implements AutoCloseable {

  static final String KEY = "a key that nobody may see";

  final KernelProcess process;
  final JupyterClient client;

  private RealKernel(KernelProcess process) {
    this.process = process;
    client = process.connect();
  }

  /** Starts a kernel that keeps its files in a folder, and waits until it answers. */
  static RealKernel start(Path folder) throws IOException {
    RealKernel kernel = launch(folder, Map.of(), KEY);
    kernel.client.awaitReady();
    return kernel;
  }

  /** Starts a kernel without waiting for it. */
  static RealKernel launch(Path folder, Map<String, String> environment, String key)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("XDG_STATE_HOME", folder.resolve("state").toAbsolutePath().toString());
    return new RealKernel(KernelProcess.start(command(), all, ConnectionFile.tcp(folder, key)));
  }

  /** The command of a kernelspec. */
  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dweft.home=" + Path.of("target", "home").toAbsolutePath(),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "{connection_file}");
  }

  /** Reads JSON in which single quotes stand for double ones. */
  static JsonObject json(String text) {
    return new Gson().fromJson(text.replace('\'', '"'), JsonObject.class);
  }

  /** Sends a request and returns the content of its answer, after a look at what surrounds it. */
  JsonObject ask(ClientChannel channel, String type, String content) {
    Execution execution = client.request(channel, type, json(content));
    assertEquals(type.replace("_request", "_reply"), execution.reply().type());
    assertSurrounded(execution);
    return execution.reply().content();
  }

  static void assertSurrounded(Execution execution) {
    assertTrue(execution.published().getFirst().isStatus("busy"), execution.types().toString());
    assertTrue(execution.published().getLast().isStatus("idle"), execution.types().toString());
    assertEquals(2, execution.ofType("status").size());
  }

  Execution run(String code) {
    return client.execute(code);
  }

  /** Runs a cell that must succeed and returns its result. */
  String value(String code) {
    Execution execution = run(code);
    assertTrue(execution.isOk(), () -> execution.reply().content().toString());
    return execution.result();
  }

  /** Sends a cell without waiting; more fields may be given as JSON. */
  String send(String code, String fields) {
    JsonObject content = json(fields);
    content.addProperty("code", code);
    var message = client.message("execute_request", content);
    client.send(ClientChannel.SHELL, message);
    return message.id();
  }

  /** Sends a cell and waits until it has printed {@code go}. */
  String begin(String code) {
    String id = send(code, "{'allow_stdin': true}");
    client.await(
        ClientChannel.IOPUB,
        each -> each.parentId().equals(id) && each.text("text").contains("go"));
    return id;
  }

  Execution end(String id) {
    return client.await(ClientChannel.SHELL, id);
  }

  void interrupt() {
    JsonObject reply = ask(ClientChannel.CONTROL, "interrupt_request", "{}");
    assertEquals("ok", reply.get("status").getAsString());
  }

  String worker() {
    return value("ProcessHandle.current().pid()");
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
