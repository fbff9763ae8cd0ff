package dev.weft.front.server;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a {@link KernelServer} is told about its surroundings.
 *
 * @param version the kernel's own version
 * @param stateFolder where the history is kept; made when it is first needed
 * @param ports port number by name, for connect_reply: {@code shell}, {@code iopub}, {@code stdin},
 *     {@code hb}, {@code control}
 */
public record KernelSettings(String version, Path stateFolder, Map<String, Integer> ports) {

  /** Keeps its own copy of the ports. */
  public KernelSettings {
    ports = Map.copyOf(ports);
  }
}
