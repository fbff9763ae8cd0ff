package io.github.spencerpark.jupyter.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.Display;
import dev.weft.display.Renderers;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions that notebooks register, without a notebook. */
class RendererTest {

  private final Renderer renderer = new Renderer();

  private record Card(String name) {}

  @AfterEach
  void forget() {
    boolean unused = Renderers.unregister(Card.class);
  }

  private void register() {
    renderer
        .createRegistration(Card.class)
        .preferring(MIMEType.TEXT_HTML)
        .supporting("text/markdown", "image/svg+xml")
        .register(
            (card, ctx) -> {
              String mark = ctx.getParameterAsString("mark", "b");
              ctx.renderIfRequested(
                  MIMEType.TEXT_HTML, () -> "<" + mark + ">" + card.name() + "</" + mark + ">");
              ctx.renderIfRequested(MIMEType.TEXT_MARKDOWN, type -> "*" + card.name() + "*");
              ctx.renderIfRequested(
                  MIMEType.APPLICATION_XML, (type, out) -> out.putData(type, "<svg/>"));
            });
  }

  @Test
  void preferredFormatsAreShownAndOthersOnRequest() {
    register();
    DisplayData shown = renderer.render(new Card("ace"));
    assertEquals("<b>ace</b>", shown.getData(MIMEType.TEXT_HTML));
    assertEquals("Card[name=ace]", shown.getData(MIMEType.TEXT_PLAIN));
    assertFalse(shown.hasDataForType(MIMEType.TEXT_MARKDOWN));
    DisplayData asked = renderer.renderAs(new Card("ace"), "text/markdown", "image/svg+xml");
    assertEquals("*ace*", asked.getData(MIMEType.TEXT_MARKDOWN));
    assertEquals("<svg/>", asked.getData(MIMEType.IMAGE_SVG));
    assertFalse(asked.hasDataForType(MIMEType.TEXT_HTML));
    assertTrue(asked.hasDataForType(MIMEType.TEXT_PLAIN));
  }

  @Test
  void theyHoldWhereverWeftShowsAValue() {
    register();
    assertEquals("<b>ace</b>", Display.render(new Card("ace")).data().get("text/html"));
  }

  @Test
  void parametersReachTheFunction() {
    register();
    DisplayData shown = renderer.render(new Card("ace"), Map.of("mark", "i"));
    assertEquals("<i>ace</i>", shown.getData(MIMEType.TEXT_HTML));
  }

  @Test
  void aBundleIsRenderedAsItIs() {
    DisplayData data = new DisplayData("text");
    data.putHTML("<hr>");
    data.setDisplayId("one");
    DisplayData copy = renderer.render(data);
    assertEquals("<hr>", copy.getData(MIMEType.TEXT_HTML));
    assertEquals("one", copy.getDisplayId());
  }
}
