package dev.weft.front;

import dev.weft.front.log.Log;
import dev.weft.front.protocol.BadConnectionFileException;
import dev.weft.front.protocol.ConnectionInfo;
import dev.weft.front.protocol.Session;
import dev.weft.front.server.EarlyInterpreter;
import dev.weft.front.server.KernelServer;
import dev.weft.front.server.KernelSettings;
import dev.weft.front.server.ParentWatch;
import dev.weft.front.transport.JupyterSockets;
import dev.weft.front.transport.SocketBindException;
import java.nio.file.Path;
import java.util.Map;

/** Starts the kernel that a connection file describes. */
public final class Main {

  private static final int USAGE = 2;

  private Main() {}

  /**
   * Runs until a client or the end of the starting process ends the kernel.
   *
   * <p>Exit code 0 after that, 1 when the kernel could not start, 2 for a wrong command line.
   *
   * @param args the path of the connection file; what follows is ignored, as {@code jupyter run}
   *     passes its own arguments on; the system property {@code weft.home} names the folder of the
   *     kernel's files
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    Log log = Log.standardError();
    if (args.length == 0) {
      log.warn("The kernel needs an argument, the path of a connection file.");
      return USAGE;
    }
    try {
      KernelHome home = KernelHome.ofThisJvm();
      try (EarlyInterpreter interpreter = EarlyInterpreter.start(home::interpreter)) {
        serve(ConnectionInfo.read(Path.of(args[0])), interpreter, log);
      }
      return 0;
    } catch (BadConnectionFileException | SocketBindException | KernelHomeException e) {
      log.warn(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      log.warn("The kernel was interrupted.");
    }
    return 1;
  }

  private static void serve(ConnectionInfo info, EarlyInterpreter interpreter, Log log)
      throws SocketBindException, InterruptedException {
    KernelSettings settings =
        new KernelSettings(KernelHome.version(), StateFolder.path(System.getenv()), ports(info));
    Session session = new Session();
    try (JupyterSockets sockets = JupyterSockets.bind(info, session, log);
        KernelServer server =
            new KernelServer(sockets.sink(), session, interpreter::connect, settings)) {
      server.start();
      sockets.start(server);
      ParentWatch.start(System.getenv(), server::end);
      server.awaitShutdown();
    }
  }

  private static Map<String, Integer> ports(ConnectionInfo info) {
    return Map.of(
        "shell", info.shellPort(),
        "control", info.controlPort(),
        "stdin", info.stdinPort(),
        "iopub", info.iopubPort(),
        "hb", info.heartbeatPort());
  }
}
