package dev.weft.install.aot;

import com.google.gson.Gson;
import dev.weft.front.options.JvmArgs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.zeromq.ZContext;

/** A kernel's home whose front and worker are {@link FakeKernel}. */
public final class FakeHome {
  private FakeHome() {}

  /** Fills a folder as {@code weft.jar} is unpacked. */
  public static Path make(Path home) throws Exception {
    Path front = Files.createDirectories(home.resolve("front"));
    Files.copy(jarOf(Gson.class), front.resolve("gson.jar"));
    Files.copy(jarOf(ZContext.class), front.resolve("jeromq.jar"));
    pack(front.resolve("weft-front.jar"), FakeKernel.class, FakeKernel.Worker.class, JvmArgs.class);
    Path worker = Files.createDirectories(home.resolve("worker"));
    pack(worker.resolve("weft-worker.jar"), FakeKernel.Worker.class);
    return home;
  }

  private static Path jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void pack(Path jar, Class<?>... classes) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, FakeKernel.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, "gson.jar jeromq.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> type : List.of(classes)) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (var in = Objects.requireNonNull(type.getResourceAsStream("/" + name))) {
          in.transferTo(out);
        }
      }
    }
  }
}
