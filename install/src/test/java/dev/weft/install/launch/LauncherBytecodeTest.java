package dev.weft.install.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every class of the launcher loads on Java 8. */
class LauncherBytecodeTest {
  private static final int JAVA_8 = 52;

  @Test
  void isJava8Bytecode() throws Exception {
    Path classes =
        Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.list(classes.resolve("dev/weft/install/launch"))) {
      List<Path> all = files.toList();
      assertTrue(all.size() > 8, all.toString());
      for (Path file : all) {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
          assertEquals(0xCAFEBABE, in.readInt());
          assertEquals(0, in.readUnsignedShort());
          assertEquals(JAVA_8, in.readUnsignedShort(), file.toString());
        }
      }
    }
  }
}
