package dev.weft.front.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.analysis.ClassIndex;
import dev.weft.front.analysis.Declared;
import dev.weft.front.analysis.NotebookView;
import dev.weft.front.analysis.Part;
import dev.weft.front.analysis.SourceAnalyzer;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.interpreter.Completion.Candidate;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Completion of a few made-up magics; {@code |} is the cursor. */
@Timeout(300)
class MagicCompleterTest {

  private static final NotebookView NOTEBOOK =
      new NotebookView(
          List.of("import java.util.*;"),
          List.of(new Declared(Part.Kind.VARIABLE, "number", "int", "int number = 1;", 1, "")),
          List.of());

  private static final MagicRegistry REGISTRY =
      new MagicRegistry(
          List.of(
              Magic.named("fetch", "addFetch")
                  .summary("gets something")
                  .parameter(Parameter.option("--from ID", "where from"))
                  .parameter(Parameter.choice("MODE", "how", List.of("fast", "safe")))
                  .line((arguments, context) -> MagicValue.none())
                  .build(),
              Magic.named("files")
                  .summary("lists files")
                  .parameter(Parameter.of(Parameter.Kind.FILE, "FILE", "which"))
                  .line((arguments, context) -> MagicValue.none())
                  .build(),
              Magic.named("forget")
                  .summary("forgets names")
                  .parameter(Parameter.of(Parameter.Kind.NAME, "NAME", "which"))
                  .line((arguments, context) -> MagicValue.none())
                  .build(),
              Magic.named("clock")
                  .summary("times Java")
                  .parameter(Parameter.of(Parameter.Kind.JAVA, "JAVA", "what"))
                  .line((arguments, context) -> MagicValue.none())
                  .cell((arguments, body, context) -> MagicValue.none())
                  .build(),
              Magic.named("script")
                  .summary("runs a program")
                  .reading(Magic.Reading.COMMAND)
                  .cell((arguments, body, context) -> MagicValue.none())
                  .build()));

  private static final MagicCompleter COMPLETER =
      new MagicCompleter(REGISTRY, new JavaCompleter(new SourceAnalyzer(), new ClassIndex()));

  private static Optional<Completion> complete(String marked) {
    int cursor = marked.indexOf('|');
    return COMPLETER.complete(NOTEBOOK, marked.replace("|", ""), cursor);
  }

  private static List<String> texts(String marked) {
    return complete(marked).orElseThrow().candidates().stream().map(Candidate::text).toList();
  }

  @Test
  void namesAreOfferedWhereTheyMayStand() {
    assertEquals(List.of("clock", "fetch", "files", "forget"), texts("%|"));
    assertEquals(List.of("fetch", "files"), texts("int a = 1;\nvar x = %f|").subList(0, 2));
    assertEquals(List.of("clock", "script"), texts("%%|"));
    assertEquals(List.of(), texts("int a;\n%%|"));
    assertEquals(List.of("addFetch"), texts("%add|"));
    Completion found = complete("int a;\n%fe|").orElseThrow();
    assertEquals(8, found.start());
    assertEquals(10, found.end());
  }

  @Test
  void aMagicTellsWhatItDoesAndWhatMayFollow() {
    Candidate fetch = complete("%fetch|").orElseThrow().candidates().getFirst();
    assertEquals("magic", fetch.type());
    assertEquals("gets something", fetch.signature());
    assertTrue(fetch.documentation().contains("%fetch --from ID MODE"), fetch.documentation());
    assertTrue(fetch.documentation().contains("- `--from ID` where from"), fetch.documentation());
  }

  @Test
  void wordsAreOfferedWithTheirMeaning() {
    assertEquals(List.of("--from", "fast", "safe"), texts("%fetch |"));
    assertEquals(List.of("fast"), texts("%fetch --from x fa|"));
    Candidate from = complete("%fetch --f|").orElseThrow().candidates().getFirst();
    assertEquals("--from ID", from.signature());
    assertEquals("where from", from.documentation());
    assertEquals(List.of("number"), texts("%forget nu|"));
  }

  @Test
  void filesAreOfferedToMagicsAndCommands(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.txt"), "");
    String path = folder.toString().replace('\\', '/');
    assertEquals(List.of("one.txt"), texts("%files " + path + "/o|"));
    assertEquals(List.of("one.txt"), texts("!cat " + path + "/|"));
    assertEquals(List.of("one.txt"), texts("%%script sh\ncat " + path + "/on|"));
  }

  @Test
  void javaIsCompletedWhereAMagicTakesJava() {
    assertEquals("number", texts("%clock numb|").getFirst());
    assertEquals("number", texts("%%clock\nint a = 2;\nnumb|").getFirst());
    assertTrue(texts("%clock \"x\".isEm|").contains("isEmpty()"));
  }

  @Test
  void javaAroundMagicsIsNoneOfItsBusiness() {
    assertFalse(complete("%files x\nnumb|").isPresent());
    assertFalse(complete("int a = 5 % numb|").isPresent());
    assertFalse(complete("%unknown numb|").isPresent());
  }
}
