package dev.weft.install.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostTest {
  private static Path cache(Os os, Map<String, String> environment) {
    return new Host(os, environment, Path.of("/jdk"), "/java/home").cacheFolder();
  }

  @Test
  void takesHomeFromTheEnvironmentFirst() {
    assertEquals(Path.of("/h o/.cache/weft"), cache(Os.LINUX, Map.of("HOME", "/h o")));
    assertEquals(Path.of("/java/home/.cache/weft"), cache(Os.LINUX, Map.of("HOME", "")));
  }

  @Test
  void keepsCachesWhereTheSystemKeepsThem() {
    assertEquals(Path.of("/c/weft"), cache(Os.LINUX, Map.of("XDG_CACHE_HOME", "/c")));
    assertEquals(
        Path.of("/h/.cache/weft"), cache(Os.LINUX, Map.of("HOME", "/h", "XDG_CACHE_HOME", "c")));
    assertEquals(Path.of("/h/Library/Caches/weft"), cache(Os.MACOS, Map.of("HOME", "/h")));
    assertEquals(Path.of("/l/weft/cache"), cache(Os.WINDOWS, Map.of("LOCALAPPDATA", "/l")));
    assertEquals(
        Path.of("/u/AppData/Local/weft/cache"), cache(Os.WINDOWS, Map.of("USERPROFILE", "/u")));
  }

  @Test
  void knowsTheSystemByItsName() {
    assertEquals(Os.WINDOWS, Os.of("Windows 11"));
    assertEquals(Os.MACOS, Os.of("Mac OS X"));
    assertEquals(Os.MACOS, Os.of("Darwin"));
    assertEquals(Os.LINUX, Os.of("Linux"));
    assertEquals(Os.LINUX, Os.of("FreeBSD"));
  }
}
