package dev.weft.install.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.install.aot.FakeHome;
import dev.weft.install.launch.Host;
import dev.weft.install.launch.Jdk;
import dev.weft.install.launch.Os;
import dev.weft.install.spec.InstallRequest;
import dev.weft.install.spec.Installer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorIT {
  @TempDir Path folder;
  private Host host;
  private Path unpacked;
  private Path data;

  @BeforeEach
  void prepare() throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    host = new Host(Os.LINUX, Map.of("HOME", folder.resolve("ho me").toString()), jdk, "/none");
    data = folder.resolve("ho me/.local/share/jupyter");
    unpacked = FakeHome.make(folder.resolve("0.1.0-abc"));
  }

  private Installer.Installed install() throws Exception {
    Jdk jdk = assertNotNullJdk(Jdk.at(host.javaHome(), Os.LINUX));
    return new Installer(unpacked, "0.1.0")
        .install(new InstallRequest(data, "java", "Java", jdk, List.of(), Map.of(), false));
  }

  private static Jdk assertNotNullJdk(@Nullable Jdk jdk) {
    assertNotNull(jdk);
    return jdk;
  }

  private List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    new Doctor(host, unpacked).examine(findings::add);
    return findings;
  }

  private static List<Finding> bad(List<Finding> findings) {
    return findings.stream().filter(found -> found.level() == Finding.Level.BAD).toList();
  }

  @Test
  void findsAKernelThatAnswers() throws Exception {
    install();
    List<Finding> findings = examine();
    assertEquals(List.of(), bad(findings));
    assertTrue(
        findings.getLast().what().startsWith("kernel 'java' started and answered in "),
        findings.toString());
  }

  @Test
  void saysHowToInstallWhereThereIsNoKernel() {
    assertEquals(
        Finding.note("no kernel of Weft is installed", "weft install"), examine().getLast());
  }

  @Test
  void findsAKernelWithoutItsJar() throws Exception {
    Path jar = install().home().resolve("front").resolve("weft-front.jar");
    Files.delete(jar);
    assertEquals(
        List.of(
            Finding.bad(
                "kernel 'java' needs " + jar + ", which is gone", "weft install --name java")),
        bad(examine()));
  }

  @Test
  void findsAKernelThatDoesNotStart() throws Exception {
    Files.delete(install().home().resolve("front").resolve("jeromq.jar"));
    List<Finding> bad = bad(examine());
    assertEquals(1, bad.size(), bad.toString());
    assertTrue(bad.getFirst().what().startsWith("kernel 'java' does not answer"), bad.toString());
  }

  @Test
  void notesAForeignAndABrokenKernel() throws Exception {
    for (String name : List.of("java", "other")) {
      Files.createDirectories(data.resolve("kernels").resolve(name));
    }
    Files.writeString(data.resolve("kernels/java/kernel.json"), "{}");
    Files.writeString(data.resolve("kernels/other/kernel.json"), "{");
    String findings = examine().toString();
    assertTrue(findings.contains("belongs to another program"), findings);
    assertTrue(findings.contains("kernel 'other' has a broken kernel.json"), findings);
  }
}
