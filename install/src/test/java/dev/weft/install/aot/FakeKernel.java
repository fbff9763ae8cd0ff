package dev.weft.install.aot;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.weft.front.options.JvmArgs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A program that keeps to the installer's side of the contract with the kernel, and no more: it
 * reads a connection file, starts a worker with the options in {@code WEFT_JVM_ARGS}, answers every
 * request, and ends when told so.
 */
public final class FakeKernel {
  private FakeKernel() {}

  /** Stands for the worker: it ends at once. */
  public static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(0);
    }
  }

  public static void main(String[] arguments) throws Exception {
    JsonObject connection =
        JsonParser.parseString(Files.readString(Path.of(arguments[0]))).getAsJsonObject();
    Process worker = startWorker();
    try (ZContext context = new ZContext();
        ZMQ.Poller poller = context.createPoller(2)) {
      ZMQ.Socket shell = bind(context, connection, "shell_port");
      ZMQ.Socket control = bind(context, connection, "control_port");
      poller.register(shell, ZMQ.Poller.POLLIN);
      poller.register(control, ZMQ.Poller.POLLIN);
      while (!poller.pollin(1)) {
        poller.poll(-1);
        if (poller.pollin(0)) {
          answer(shell);
        }
      }
      answer(control);
    }
    worker.waitFor();
  }

  private static Process startWorker() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmArgs.split(System.getenv().getOrDefault("WEFT_JVM_ARGS", "")));
    Path jar = Path.of(System.getProperty("weft.home"), "worker", "weft-worker.jar");
    command.addAll(List.of("-cp", jar.toString(), Worker.class.getName()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static ZMQ.Socket bind(ZContext context, JsonObject connection, String port) {
    ZMQ.Socket socket = context.createSocket(SocketType.ROUTER);
    socket.bind("tcp://127.0.0.1:" + connection.get(port).getAsInt());
    return socket;
  }

  private static void answer(ZMQ.Socket socket) {
    List<String> frames = new ArrayList<>();
    byte[] identity = socket.recv();
    while (socket.hasReceiveMore()) {
      frames.add(new String(socket.recv(), StandardCharsets.UTF_8));
    }
    socket.sendMore(identity);
    socket.sendMore("<IDS|MSG>");
    socket.sendMore("");
    socket.sendMore("{}");
    socket.sendMore(frames.get(2));
    socket.sendMore("{}");
    socket.send("{\"status\": \"ok\"}");
  }
}
