package dev.weft.install.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.weft.install.launch.FakeJdk;
import dev.weft.install.launch.Jdk;
import dev.weft.install.launch.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
  @TempDir Path folder;
  private Path data;
  private Jdk jdk;
  private Installer installer;

  @BeforeEach
  void prepare() throws IOException {
    data = folder.resolve("my däta/jupyter");
    jdk = jdk("jdk 25");
    installer = new Installer(unpacked("0.1.0-abc"), "0.1.0");
  }

  private Jdk jdk(String name) throws IOException {
    Path home = FakeJdk.jdk(folder.resolve(name), "25.0.3");
    return Objects.requireNonNull(Jdk.at(home, Os.LINUX));
  }

  private Path unpacked(String name) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("front"));
    Files.createDirectories(home.resolve("worker"));
    Files.writeString(home.resolve("front/weft-front.jar"), "front");
    Files.writeString(home.resolve("worker/weft-worker.jar"), "worker");
    return home;
  }

  private InstallRequest request(String name, boolean force) {
    return new InstallRequest(
        data, name, "Java", jdk, List.of("-Xmx2g", "-Da=b c"), Map.of("K", "V"), force);
  }

  private KernelSpec read(String name) throws IOException {
    return Objects.requireNonNull(KernelSpec.read(data.resolve("kernels").resolve(name)));
  }

  @Test
  void writesAKernelspecWhosePathsExist() throws Exception {
    Installer.Installed installed = installer.install(request("java", false));
    KernelSpec spec = read("java");
    List<String> argv = spec.argv();
    assertEquals(jdk.java().toString(), argv.getFirst());
    assertEquals("{connection_file}", argv.getLast());
    Path jar = Path.of(argv.get(argv.indexOf("-jar") + 1));
    assertEquals("front", Files.readString(jar));
    assertTrue(argv.contains("-Dweft.home=" + installed.home()));
    assertTrue(Files.exists(installed.home().resolve("worker/weft-worker.jar")));
    assertEquals("java", spec.json().get("language").getAsString());
    assertEquals("message", spec.json().get("interrupt_mode").getAsString());
    assertEquals("5.5", spec.json().get("kernel_protocol_version").getAsString());
    assertFalse(spec.json().getAsJsonObject("metadata").get("debugger").getAsBoolean());
    assertEquals(
        JsonParser.parseString("{K: 'V', WEFT_JVM_ARGS: '-Xmx2g \"-Da=b c\"'}"),
        spec.json().get("env"));
  }

  @Test
  void bringsItsLogos() throws Exception {
    Path kernel = installer.install(request("java", false)).folder();
    for (int size : new int[] {32, 64}) {
      byte[] png = Files.readAllBytes(kernel.resolve("logo-%1$dx%1$d.png".formatted(size)));
      assertEquals(size, png[19], "width in the PNG's head");
    }
    assertTrue(Files.readString(kernel.resolve("logo-svg.svg")).startsWith("<svg"));
  }

  @Test
  void neverOverwritesAnotherProgramsKernelUnlessForced() throws Exception {
    Path other = Files.createDirectories(data.resolve("kernels/java"));
    for (String content : List.of("{\"argv\": [\"x\"], \"metadata\": {}}", "not json", "[]")) {
      Files.writeString(other.resolve("kernel.json"), content);
      var problem =
          assertThrows(CommandFailure.class, () -> installer.install(request("java", false)));
      assertTrue(String.valueOf(problem.getMessage()).contains("--force"), problem.getMessage());
      assertEquals(content, Files.readString(other.resolve("kernel.json")));
    }
    Files.writeString(other.resolve("theirs.jar"), "");
    installer.install(request("java", true));
    assertTrue(read("java").isOurs());
    assertFalse(Files.exists(other.resolve("theirs.jar")));
  }

  @Test
  void replacesItsOwnKernelAndDropsTheJarsThatItUsed() throws Exception {
    Path old = installer.install(request("java", false)).home();
    Path fresh =
        new Installer(unpacked("0.2.0-def"), "0.2.0").install(request("java", false)).home();
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh));
  }

  @Test
  void keepsJarsThatAnotherKernelUses() throws Exception {
    Path home = installer.install(request("java", false)).home();
    assertEquals(home, installer.install(request("java-2", false)).home());
    Installer.uninstall(data, "java");
    assertTrue(Files.exists(home));
    Installer.uninstall(data, "java-2");
    assertFalse(Files.exists(data.resolve("weft")));
    assertFalse(Files.exists(data.resolve("kernels/java-2")));
  }

  @Test
  void keepsOneHomeForEachJdk() throws Exception {
    Path home = installer.install(request("java", false)).home();
    jdk = jdk("another 25");
    Path other = installer.install(request("java-2", false)).home();
    assertFalse(home.equals(other));
    assertTrue(Files.exists(home) && Files.exists(other));
  }

  @Test
  void copiesAgainWhatWasDamaged() throws Exception {
    Path home = installer.install(request("java", false)).home();
    Files.delete(home.resolve("worker/weft-worker.jar"));
    assertEquals(home, installer.install(request("java", false)).home());
    assertTrue(Files.exists(home.resolve("worker/weft-worker.jar")));
  }

  @Test
  void removesOnlyItsOwn() throws Exception {
    var nothing = assertThrows(CommandFailure.class, () -> Installer.uninstall(data, "java"));
    assertTrue(String.valueOf(nothing.getMessage()).startsWith("there is no kernel 'java'"));
    Path other = Files.createDirectories(data.resolve("kernels/java"));
    Files.writeString(other.resolve("kernel.json"), "{\"argv\": []}");
    var foreign = assertThrows(CommandFailure.class, () -> Installer.uninstall(data, "java"));
    assertTrue(
        String.valueOf(foreign.getMessage()).endsWith("jupyter kernelspec remove java"),
        foreign.getMessage());
    assertTrue(Files.exists(other.resolve("kernel.json")));
  }
}
