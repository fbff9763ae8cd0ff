package dev.weft.install.spec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.front.options.JvmArgs;
import dev.weft.install.launch.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes and removes kernelspecs together with the jars that they start. */
public final class Installer {
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
  private static final String JVM_ARGS = "WEFT_JVM_ARGS";

  private final Path unpacked;
  private final String version;

  /**
   * Makes an installer of the jars in a folder.
   *
   * @param unpacked the folder with {@code front} and {@code worker}
   * @param version the version to note in kernelspecs
   */
  public Installer(Path unpacked, String version) {
    this.unpacked = unpacked;
    this.version = version;
  }

  /**
   * What was installed.
   *
   * @param folder the kernelspec's folder
   * @param home the folder with the kernel's jars
   */
  public record Installed(Path folder, Path home) {}

  /**
   * Installs a kernelspec and the jars that it names; one of ours of that name is replaced.
   *
   * @throws CommandFailure if another program's kernelspec has that name and force is off
   * @throws IOException if files can't be written
   */
  public Installed install(InstallRequest request) throws IOException {
    Path folder = request.data().resolve("kernels").resolve(request.name());
    makeRoom(folder, request);
    KernelHome homes = new KernelHome(request.data());
    Path home = homes.prepare(unpacked, request.jdk());
    write(folder, spec(request, home));
    homes.removeUnused();
    return new Installed(folder, home);
  }

  /**
   * Removes a kernelspec of ours, and the jars if no other one uses them.
   *
   * @throws CommandFailure if there is none of that name, or it is not ours
   */
  public static Path uninstall(Path data, String name) throws IOException {
    Path folder = data.resolve("kernels").resolve(name);
    if (!Files.exists(folder)) {
      throw new CommandFailure(
          "there is no kernel '" + name + "' in " + data.resolve("kernels") + ". See: weft list");
    }
    if (!isOurs(folder)) {
      throw new CommandFailure(
          "the kernel '"
              + name
              + "' in "
              + folder
              + " was not installed by weft. To remove it: jupyter kernelspec remove "
              + name);
    }
    KernelHome.delete(folder);
    new KernelHome(data).removeUnused();
    return folder;
  }

  private static void makeRoom(Path folder, InstallRequest request) throws IOException {
    if (!Files.exists(folder) || isOurs(folder)) {
      return;
    }
    if (!request.force()) {
      throw new CommandFailure(
          "the kernel '"
              + request.name()
              + "' in "
              + folder
              + " belongs to another program. Choose another --name, or replace it with --force");
    }
    KernelHome.delete(folder);
  }

  private static boolean isOurs(Path folder) {
    return Kernels.in(Objects.requireNonNull(folder.getParent())).stream()
        .anyMatch(found -> found.folder().equals(folder) && found.isOurs());
  }

  private static void write(Path folder, KernelSpec spec) throws IOException {
    Files.createDirectories(folder);
    for (String logo : LOGOS) {
      try (InputStream in = Objects.requireNonNull(Installer.class.getResourceAsStream(logo))) {
        replace(folder.resolve(logo), in.readAllBytes());
      }
    }
    replace(
        folder.resolve(KernelSpec.FILE),
        spec.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private KernelSpec spec(InstallRequest request, Path home) {
    JsonArray argv = new JsonArray();
    new KernelCommand(request.jdk().java(), home).normal().forEach(argv::add);
    argv.add("{connection_file}");
    JsonObject json = new JsonObject();
    json.add("argv", argv);
    json.addProperty("display_name", request.displayName());
    json.addProperty("language", "java");
    json.addProperty("interrupt_mode", "message");
    json.addProperty("kernel_protocol_version", "5.5");
    json.add("env", environment(request));
    json.add("metadata", metadata(request.jdk(), home));
    return new KernelSpec(json);
  }

  private static JsonObject environment(InstallRequest request) {
    Map<String, String> variables = new TreeMap<>(request.environment());
    if (!request.jvmArgs().isEmpty()) {
      variables.put(JVM_ARGS, JvmArgs.join(request.jvmArgs()));
    }
    JsonObject json = new JsonObject();
    variables.forEach(json::addProperty);
    return json;
  }

  private JsonObject metadata(Jdk jdk, Path home) {
    JsonObject weft = new JsonObject();
    weft.addProperty("version", version);
    weft.addProperty("home", home.toString());
    weft.addProperty("jdk", jdk.home().toString());
    weft.addProperty("jdk_version", jdk.version());
    JsonObject metadata = new JsonObject();
    metadata.addProperty("debugger", false);
    metadata.add("weft", weft);
    return metadata;
  }
}
