package dev.weft.install.clients;

import dev.weft.testkit.environment.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The kernel as a user installs it, under a prefix of its own.
 *
 * @param name name of its kernelspec
 * @param data folder of Jupyter's data that holds the kernelspec
 */
record InstalledKernel(String name, Path data) {

  /** Installs {@code weft.jar} as the build has made it. */
  static InstalledKernel under(Path prefix) throws IOException, InterruptedException {
    Path jar = Jupyter.root().resolve("install/target/weft.jar");
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is missing: mvn package makes it.");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    new Program(java, "-jar", jar.toString(), "install")
        .with("--prefix", prefix.toString(), "--name", "java")
        .run(Duration.ofMinutes(5))
        .success();
    return new InstalledKernel("java", prefix.resolve("share/jupyter"));
  }
}
