package dev.weft.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ordered, because a JVM's display can be connected once and not again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisplayTest {

  private record Shown(DisplayData data, Optional<String> id, boolean update) {}

  private static final class Recorder implements DisplayChannel {
    private final List<Shown> shown = new ArrayList<>();
    private final List<Boolean> cleared = new ArrayList<>();
    private final RendererRegistry renderers = new RendererRegistry();

    @Override
    public RendererRegistry renderers() {
      return renderers;
    }

    @Override
    public DisplayData render(@Nullable Object value, List<String> mimeTypes) {
      return DisplayData.text("<" + value + ">").with("text/html", "html");
    }

    @Override
    public void display(DisplayData data, Optional<String> id, boolean update) {
      shown.add(new Shown(data, id, update));
    }

    @Override
    public void clear(boolean waitForOutput) {
      cleared.add(waitForOutput);
    }
  }

  @Test
  @Order(1)
  void printsTextWithoutNotebook() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Display.display(5);
      Display.display(null);
      Display.display((Displayable) () -> DisplayData.html("<b>").with("text/plain", "bold"));
      Display.clearOutput();
    } finally {
      System.setOut(before);
    }
    assertEquals(
        List.of("5", "null", "bold"), printed.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  @Order(2)
  void goesThroughTheNotebooksChannel() {
    Recorder recorder = new Recorder();
    Display.connect(recorder);
    assertThrows(IllegalStateException.class, () -> Display.connect(recorder));
    String id = Display.display("a");
    Display.updateDisplay(id, "b", "text/html", "image/png");
    Display.clearOutput(true);
    assertEquals(
        List.of(
            new Shown(recorder.render("a", List.of()), Optional.of(id), false),
            new Shown(
                new DisplayData(Map.of("text/html", "html"), Map.of()), Optional.of(id), true)),
        recorder.shown);
    assertEquals(List.of(true), recorder.cleared);
  }

  @Test
  @Order(3)
  void textIsWhatTheWantedFormatSaysItIs() {
    assertEquals(DisplayData.markdown("*b*"), Display.render("*b*", "text/markdown"));
    assertEquals(DisplayData.svg("<svg/>"), Display.render("<svg/>", "image/svg+xml"));
    assertEquals(Map.of(), Display.render("text", "image/png").data());
  }

  @Test
  void aSecondValueIsNotTakenForAFormat() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Display.display("a", "b"));
    assertEquals(
        "Formats are MIME types, as text/html, unlike 'b'", String.valueOf(thrown.getMessage()));
  }
}
