package dev.weft.testkit;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection file that was written for a kernel.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address, or the front part of the sockets' paths
 * @param key empty for messages without signature
 */
public record ConnectionFile(
    Path path,
    String transport,
    String ip,
    int shellPort,
    int controlPort,
    int stdinPort,
    int iopubPort,
    int heartbeatPort,
    String key) {

  /** Writes a file for TCP sockets at five free ports of this machine. */
  public static ConnectionFile tcp(Path directory, String key) throws IOException {
    List<Integer> ports = freePorts();
    return new ConnectionFile(
            directory.resolve("kernel-" + ports.getFirst() + ".json"),
            "tcp",
            "127.0.0.1",
            ports.get(0),
            ports.get(1),
            ports.get(2),
            ports.get(3),
            ports.get(4),
            key)
        .write();
  }

  /** Writes a file for Unix-domain sockets in a directory. */
  public static ConnectionFile ipc(Path directory, String key) throws IOException {
    Path file = directory.resolve("kernel-ipc.json");
    String prefix = directory.resolve("ipc").toString();
    return new ConnectionFile(file, "ipc", prefix, 1, 2, 3, 4, 5, key).write();
  }

  private ConnectionFile write() throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("transport", transport);
    json.addProperty("ip", ip);
    json.addProperty("shell_port", shellPort);
    json.addProperty("control_port", controlPort);
    json.addProperty("stdin_port", stdinPort);
    json.addProperty("iopub_port", iopubPort);
    json.addProperty("hb_port", heartbeatPort);
    json.addProperty("key", key);
    json.addProperty("signature_scheme", "hmac-sha256");
    json.addProperty("kernel_name", "java");
    Files.writeString(path, json.toString());
    return this;
  }

  private static List<Integer> freePorts() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }
}
