package dev.weft.install.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.install.launch.Host;
import dev.weft.install.launch.Os;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterPathsTest {
  @TempDir Path folder;

  private static JupyterPaths paths(Os os, Map<String, String> environment, @Nullable Path prefix) {
    return new JupyterPaths(new Host(os, environment, Path.of("/jdk"), "/java/home"), prefix);
  }

  private static Path user(Os os, Map<String, String> environment) {
    return paths(os, environment, null).userData();
  }

  @Test
  void findsTheUsersFolderOnLinux() {
    assertEquals(Path.of("/h o/.local/share/jupyter"), user(Os.LINUX, Map.of("HOME", "/h o")));
    assertEquals(Path.of("/x/jupyter"), user(Os.LINUX, Map.of("XDG_DATA_HOME", "/x")));
    assertEquals(
        Path.of("/d"), user(Os.LINUX, Map.of("JUPYTER_DATA_DIR", "/d", "XDG_DATA_HOME", "/x")));
  }

  @Test
  void findsTheUsersFolderOnMacOs() {
    assertEquals(Path.of("/h/Library/Jupyter"), user(Os.MACOS, Map.of("HOME", "/h")));
    assertEquals(
        Path.of("/h/Library/Application Support/jupyter"),
        user(Os.MACOS, Map.of("HOME", "/h", "JUPYTER_PLATFORM_DIRS", "1")));
  }

  @Test
  void findsTheUsersFolderOnWindows() {
    assertEquals(Path.of("/r/jupyter"), user(Os.WINDOWS, Map.of("APPDATA", "/r")));
    assertEquals(Path.of("/u/.jupyter/data"), user(Os.WINDOWS, Map.of("USERPROFILE", "/u")));
    assertEquals(
        Path.of("/l/jupyter"),
        user(Os.WINDOWS, Map.of("LOCALAPPDATA", "/l", "JUPYTER_PLATFORM_DIRS", "1")));
  }

  @Test
  void searchesInJupytersOrder() {
    var environment = Map.of("HOME", "/h", "JUPYTER_PATH", "/a:/b");
    assertEquals(
        List.of(
            Path.of("/a/kernels"),
            Path.of("/b/kernels"),
            Path.of("/h/.local/share/jupyter/kernels"),
            Path.of("/env/share/jupyter/kernels"),
            Path.of("/usr/local/share/jupyter/kernels"),
            Path.of("/usr/share/jupyter/kernels")),
        paths(Os.LINUX, environment, Path.of("/env")).kernelFolders());
  }

  @Test
  void searchesTheEnvironmentFirstWhereItIsPreferred() throws Exception {
    Path user = Path.of("/h/.local/share/jupyter/kernels");
    Path own = Path.of("/env/share/jupyter/kernels");
    assertEquals(
        List.of(own, user),
        firstTwo(Map.of("HOME", "/h", "JUPYTER_PREFER_ENV_PATH", "1"), Path.of("/env")));
    Files.createFile(folder.resolve("pyvenv.cfg"));
    Path virtual = JupyterPaths.dataUnder(folder).resolve("kernels");
    assertEquals(List.of(virtual, user), firstTwo(Map.of("HOME", "/h"), folder));
    assertEquals(
        List.of(user, virtual),
        firstTwo(Map.of("HOME", "/h", "JUPYTER_PREFER_ENV_PATH", "no"), folder));
  }

  private static List<Path> firstTwo(Map<String, String> environment, Path prefix) {
    return paths(Os.LINUX, environment, prefix).kernelFolders().subList(0, 2);
  }

  @Test
  void searchesTheSharedFolderOnWindows() {
    assertEquals(
        List.of(Path.of("/r/jupyter/kernels"), Path.of("/p/jupyter/kernels")),
        paths(Os.WINDOWS, Map.of("APPDATA", "/r", "PROGRAMDATA", "/p"), null).kernelFolders());
  }
}
