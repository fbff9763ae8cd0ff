package dev.weft.install.spec;

import dev.weft.install.launch.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to install.
 *
 * @param data the Jupyter data folder to install into
 * @param name the kernel's name, by which notebooks ask for it
 * @param displayName what Jupyter shows
 * @param jdk what the kernel runs on
 * @param jvmArgs options for the JVM that runs the user's code
 * @param environment variables for the kernel
 * @param force whether to replace another program's kernelspec of that name
 */
public record InstallRequest(
    Path data,
    String name,
    String displayName,
    Jdk jdk,
    List<String> jvmArgs,
    Map<String, String> environment,
    boolean force) {
  /** Copies the collections. */
  public InstallRequest {
    jvmArgs = List.copyOf(jvmArgs);
    environment = Map.copyOf(environment);
  }
}
