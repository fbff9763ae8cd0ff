package dev.weft.front.protocol;

import java.nio.file.Path;

/**
 * Where a client expects the kernel's sockets, and what signs their messages.
 *
 * @param transport how the sockets are reached
 * @param ip address to bind for {@code tcp}; the front part of the sockets' paths for {@code ipc}
 * @param shellPort a port, from 0 to 65535, where 0 stands for any; the end of a path for {@code
 *     ipc}
 * @param key signs messages; empty when messages are not signed
 */
public record ConnectionInfo(
    Transport transport,
    String ip,
    int shellPort,
    int controlPort,
    int stdinPort,
    int iopubPort,
    int heartbeatPort,
    String key) {

  /** How sockets are reached. */
  public enum Transport {
    /** TCP at an address of the machine. */
    TCP,
    /** Unix-domain sockets at paths made of {@code ip}, a hyphen and the port. */
    IPC
  }

  /**
   * Reads a connection file.
   *
   * @throws BadConnectionFileException if the file is missing, is not JSON or lacks something
   */
  public static ConnectionInfo read(Path file) throws BadConnectionFileException {
    return new ConnectionFile(file).read();
  }

  /** Tells everything but the key. */
  @Override
  public String toString() {
    return "ConnectionInfo[%s %s shell=%d control=%d stdin=%d iopub=%d heartbeat=%d %s]"
        .formatted(
            transport,
            ip,
            shellPort,
            controlPort,
            stdinPort,
            iopubPort,
            heartbeatPort,
            key.isEmpty() ? "unsigned" : "signed");
  }
}
