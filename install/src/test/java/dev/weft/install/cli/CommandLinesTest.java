package dev.weft.install.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.install.launch.Host;
import dev.weft.install.launch.Os;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLinesTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    Host host =
        new Host(
            Os.LINUX,
            Map.of("HOME", folder.toString(), "VIRTUAL_ENV", folder.resolve("env").toString()),
            Path.of(System.getProperty("java.home")),
            folder.toString());
    Context context =
        new Context(
            host,
            folder.resolve("0.1.0-abc"),
            folder.resolve("weft.jar"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            false,
            (notebook, options, sink) -> {
              throw new IllegalStateException("no interpreter in this test");
            });
    CommandLine line = CommandLines.of(context);
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --verion              | 2 | weft: Unknown option: '--verion'. Did you mean --version?
          instal                | 2 | weft: There is no command 'instal'. Did you mean install?
          install --foce        | 2 | weft: Unknown option: '--foce'. Did you mean --force?
          install --name a/b    | 2 | weft: Invalid value for option '--name': 'a/b' is no kernel name: use letters, digits, '.', '_' and '-' only. See: weft install --help
          install --name ..     | 2 | weft: Invalid value for option '--name': '..' is no kernel name: use letters, digits, '.', '_' and '-' only. See: weft install --help
          install --name        | 2 | weft: Missing required parameter for option '--name' (<name>). See: weft install --help
          install --user --sys-prefix | 2 | weft: --user, --sys-prefix are mutually exclusive (specify only one). See: weft install --help
          install --jdk /nope   | 1 | weft: --jdk is /nope, which is not a Java installation. Weft needs a JDK 25 or newer.
          run                   | 2 | weft: Missing required parameter: 'NOTEBOOK'. See: weft run --help
          run nope.ipynb        | 1 | weft: there is no notebook nope.ipynb
          run --timeout x y     | 2 | weft: Invalid value for option '--timeout': 'x' is not an int. See: weft run --help
          run -o a --inplace b  | 2 | weft: --output=FILE, --inplace are mutually exclusive (specify only one). See: weft run --help
          lab nope              | 1 | weft: there is no notebook or folder nope
          uninstall --sys-prefix --name x | 1 | weft: there is no kernel 'x' in ENV/share/jupyter/kernels. See: weft list
          list extra            | 2 | weft: Unmatched argument at index 1: 'extra'. See: weft list --help
          """)
  void answersErrorsInOneLine(String arguments, int code, String line) {
    assertEquals(code, run(arguments.split(" ")));
    String expected = line.replace("ENV", folder.resolve("env").toString());
    assertEquals(expected + System.lineSeparator(), err.toString());
    assertEquals("", printed());
  }

  @Test
  void asksForACommand() {
    assertEquals(2, run());
    assertEquals("weft: A command is missing. See: weft --help" + System.lineSeparator(), err + "");
  }

  @Test
  void showsVersionHelpAndCompletion() {
    assertEquals(0, run("--version"));
    assertEquals("weft 0.1.0", printed().strip());
    assertEquals(0, run("install", "--help"));
    assertTrue(printed().contains("--display-name"));
    assertEquals(0, run("generate-completion"));
    assertTrue(printed().contains("complete -F"));
    assertFalse(printed().contains("\u001b["), "no colours off a terminal");
  }

  @Test
  void keepsStackTracesForDebugging() throws Exception {
    Path file = Files.createFile(folder.resolve("kernels-are-not-files"));
    String[] arguments = {"install", "--prefix", file.toString(), "--no-aot"};
    assertEquals(1, run(arguments));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
    assertEquals(1, run("--debug", "install", "--prefix", file.toString(), "--no-aot"));
    assertTrue(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void listsWhatItInstalled() throws Exception {
    Path home = folder.resolve("0.1.0-abc");
    for (String part : new String[] {"front", "worker"}) {
      Files.createDirectories(home.resolve(part));
      Files.writeString(home.resolve(part).resolve("weft-" + part + ".jar"), part);
    }
    assertEquals(0, run("list"));
    assertTrue(printed().contains("No kernel of Weft is installed"), printed());
    assertEquals(0, run("install", "--sys-prefix", "--name", "Java-X", "--no-aot"), err.toString());
    out.reset();
    assertEquals(0, run("list"));
    assertTrue(printed().startsWith("java-x"), printed());
    assertEquals(0, run("uninstall", "--sys-prefix", "--name", "java-x"), err.toString());
  }

  @Test
  void optionsOfAKernelAreChecked() {
    assertEquals(1, run("install", "--timeout", "soon"));
    assertTrue(err.toString().contains("--timeout: "), err.toString());
    assertTrue(err.toString().contains("'soon' is no time"), err.toString());
    assertEquals(1, run("install", "--startup-script", "nowhere.jsh"));
    assertTrue(err.toString().contains("there is no start-up file nowhere.jsh"), err.toString());
  }

  @Test
  void optionsOfAKernelBecomeVariables() throws Exception {
    Path script = Files.writeString(folder.resolve("init.jsh"), "int x = 1;");
    ChosenOptions chosen = new ChosenOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("chosen", mixin(chosen)))
        .parseArgs(
            "--compiler-arg=-parameters",
            "--class-path=lib/*.jar",
            "--startup-script=" + script,
            "--timeout=30 SECONDS");
    assertEquals(
        Map.of(
            "WEFT_COMPILER_OPTS", "-parameters",
            "WEFT_CLASSPATH", "lib/*.jar",
            "WEFT_STARTUP_SCRIPTS_PATH", script.toString(),
            "WEFT_TIMEOUT", "30 SECONDS"),
        chosen.variables());
  }

  private static CommandLine.Model.CommandSpec mixin(ChosenOptions chosen) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(chosen);
  }

  @Test
  void writesPagesBesideNotebooksOrInAFolderOrABook() throws Exception {
    String notebook =
        """
        {"cells": [{"cell_type": "markdown", "metadata": {}, "source": "# %s"}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
    Files.writeString(folder.resolve("b.ipynb"), notebook.formatted("Second"));
    Files.writeString(folder.resolve("a.ipynb"), notebook.formatted("First"));
    assertEquals(0, run("html", folder.toString()));
    assertTrue(Files.readString(folder.resolve("a.html")).contains("href=\"b.html\""));
    assertTrue(printed().contains("no cell has shown anything"), printed());
    Path pages = folder.resolve("new/pages");
    assertEquals(0, run("html", folder.resolve("b.ipynb").toString(), "-o", pages.toString()));
    assertTrue(Files.exists(pages.resolve("b.html")));
    Path book = folder.resolve("book.html");
    assertEquals(0, run("html", folder.toString(), "--book", book.toString(), "--title", "All"));
    assertTrue(Files.readString(book).contains("<title>All</title>"));
  }

  @Test
  void namesANotebookThatCannotBeAPage() throws Exception {
    assertEquals(1, run("html", folder.resolve("no.ipynb").toString()));
    assertEquals(1, run("html", folder.toString()));
    Files.writeString(folder.resolve("bad.ipynb"), "{");
    assertEquals(1, run("html", folder.resolve("bad.ipynb").toString()));
    String errors = err.toString();
    assertTrue(errors.contains("weft: there is no notebook " + folder.resolve("no.ipynb")), errors);
    assertTrue(errors.contains("weft: there is no notebook in the folder " + folder), errors);
    assertTrue(errors.contains("bad.ipynb: not JSON"), errors);
  }
}
