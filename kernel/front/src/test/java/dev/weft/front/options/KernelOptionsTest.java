package dev.weft.front.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelOptionsTest {

  @TempDir private Path folder;

  private KernelOptions read(String... variables) {
    return KernelOptions.read(environment(variables), folder);
  }

  private Map<String, String> environment(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("WEFT_CONFIG", folder.resolve("weft.properties").toString());
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return environment;
  }

  private void file(String... lines) throws IOException {
    Files.write(folder.resolve("weft.properties"), List.of(lines));
  }

  @Test
  void withoutAnythingNothingIsChosen() {
    assertEquals(KernelOptions.NONE, read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEFT", "JJAVA", "IJAVA"})
  void eachFamilyGivesAll(String family) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/a.jar"), "");
    Files.writeString(folder.resolve("init.jsh"), "");
    KernelOptions options =
        read(
            family + "_COMPILER_OPTS=-parameters '-Akey=a b'",
            family + "_TIMEOUT=30 SECONDS",
            family + "_CLASSPATH=lib/*.jar" + File.pathSeparator + "lib",
            family + "_STARTUP_SCRIPTS_PATH=*.jsh",
            family + "_STARTUP_SCRIPT=int x = 1;",
            family + "_LOAD_EXTENSIONS=0",
            family + "_JVM_OPTS=-Xmx1g");
    assertEquals(List.of("-parameters", "-Akey=a b"), options.compilerArguments());
    assertEquals(Optional.of(Duration.ofSeconds(30)), options.timeLimit());
    assertEquals(List.of(folder.resolve("lib/a.jar"), folder.resolve("lib")), options.classPath());
    assertEquals(List.of(folder.resolve("init.jsh")), options.startupFiles());
    assertEquals("int x = 1;", options.startupCode());
    assertFalse(options.loadsExtensions());
    assertEquals(List.of("-Xmx1g"), options.jvmArguments());
    assertEquals(List.of(), options.problems());
  }

  @Test
  void ourVariablesComeFirstThenTheirsThenTheFile() throws IOException {
    file("timeout = 1 s", "jvm-opts = -Xmx1g");
    assertEquals(Optional.of(Duration.ofSeconds(1)), read().timeLimit());
    assertEquals(Optional.of(Duration.ofMillis(2)), read("IJAVA_TIMEOUT=2").timeLimit());
    String[] all = {"IJAVA_TIMEOUT=2", "JJAVA_TIMEOUT=3", "WEFT_TIMEOUT=4"};
    assertEquals(Optional.of(Duration.ofMillis(4)), read(all).timeLimit());
    assertEquals(Optional.empty(), read("IJAVA_TIMEOUT=-1").timeLimit());
    assertEquals(List.of("-Xmx2g"), read("WEFT_JVM_ARGS=-Xmx2g").jvmArguments());
    assertEquals(
        List.of("timeout WEFT_TIMEOUT"),
        KernelOptions.inForce(environment("WEFT_TIMEOUT=4")).stream()
            .filter(setting -> setting.option() == Option.TIMEOUT)
            .map(setting -> setting.option().key() + " " + setting.source())
            .toList());
  }

  @Test
  void whatIsWrongIsLeftOutAndTold() throws IOException {
    file("timout = 1 s");
    KernelOptions options =
        read("WEFT_TIMEOUT=soon", "WEFT_JVM_OPTS='-Xmx1g", "WEFT_CLASSPATH=nowhere/*.jar");
    assertEquals(Optional.empty(), options.timeLimit());
    assertEquals(List.of(), options.jvmArguments());
    List<String> problems = options.problems();
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("no option timout, only jvm-opts"), problems.get(0));
    assertTrue(problems.get(1).startsWith("WEFT_JVM_OPTS is left out"), problems.get(1));
    assertTrue(problems.get(2).contains("nowhere/*.jar"), problems.get(2));
    assertTrue(problems.get(3).startsWith("WEFT_TIMEOUT is left out: 'soon'"), problems.get(3));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, PT1S",
    "30 SECONDS, PT30S",
    "2 minutes, PT2M",
    "5s, PT5S",
    "1 day, PT24H",
    "250ms, PT0.25S"
  })
  void timesHaveUnits(String text, Duration expected) {
    assertEquals(Optional.of(expected), TimeLimit.parse(text));
  }

  @Test
  void theFileIsWhereTheSystemKeepsSuch() {
    Map<String, String> none = Map.of();
    assertEquals(
        Path.of("/home/me/.config/weft/weft.properties"),
        OptionFile.path(none, "Linux", "/home/me"));
    assertEquals(
        Path.of("/cfg/weft/weft.properties"),
        OptionFile.path(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", "/home/me"));
    assertEquals(
        Path.of("/home/me/Library/Application Support/weft/weft.properties"),
        OptionFile.path(none, "Mac OS X", "/home/me"));
    assertEquals(
        Path.of("/x.properties"),
        OptionFile.path(Map.of("WEFT_CONFIG", "/x.properties"), "Linux", "/home/me"));
  }

  @Test
  void theCompilerIsToldWhatTheJvmIs() {
    String release = Integer.toString(Runtime.version().feature());
    assertEquals(
        List.of("--enable-preview", "-source", release, "--add-modules", "a,b", "-p", "mods"),
        CompilerArguments.impliedBy(
            List.of("-Xmx1g", "--enable-preview", "--add-modules=a,b", "-p", "mods")));
    assertEquals(
        List.of("--add-exports", "java.base/x=ALL-UNNAMED"),
        CompilerArguments.impliedBy(List.of("--add-exports", "java.base/x=ALL-UNNAMED")));
    assertEquals(
        List.of("-parameters"), CompilerArguments.all(List.of("-ea"), List.of("-parameters")));
  }

  @Test
  void aNotebookAddsToWhatTheUserHasChosen() throws IOException {
    Files.writeString(folder.resolve("a.jar"), "");
    KernelOptions options =
        new NotebookOptions(List.of("--enable-preview"), List.of(), List.of("*.jar", "b.jar"))
            .addTo(read("WEFT_JVM_OPTS=-Xmx1g"), folder);
    assertEquals(List.of("-Xmx1g", "--enable-preview"), options.jvmArguments());
    assertEquals(List.of(folder.resolve("a.jar")), options.classPath());
    assertTrue(options.problems().getFirst().contains("b.jar"), options.problems().toString());
  }
}
