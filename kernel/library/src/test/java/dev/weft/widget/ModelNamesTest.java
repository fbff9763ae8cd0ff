package dev.weft.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients know each name that a widget sends. */
class ModelNamesTest {

  private final FakeNotebook notebook = FakeNotebook.INSTANCE;

  static List<Widget> widgets() {
    return List.of(
        new IntSlider(0, 1).onRelease().vertical().readout(false).step(2),
        new FloatSlider(0, 1).onRelease().vertical().readout(false).step(2),
        new IntProgress().look(Look.INFO),
        new FloatProgress().look(Look.INFO),
        new IntText().step(2).enabled(false).tooltip("t"),
        new FloatText().step(2),
        new Text().placeholder("p").onEnter(),
        new Textarea().rows(3).onLeave(),
        new Password().onEnter(),
        new Label("a").placeholder("p"),
        new Html("a"),
        new Checkbox("c").enabled(false),
        new ToggleButton("t").look(Look.DANGER),
        new Button("b").icon("check").look(Look.PRIMARY).enabled(false),
        new Dropdown<>(1, 2).style("description_width", "5em"),
        new RadioButtons<>(1, 2),
        new HBox(),
        new VBox(),
        new Tab().add("t", new Label()),
        new Accordion().add("t", new Label()),
        new Output());
  }

  @ParameterizedTest
  @MethodSource("widgets")
  void everyNameIsKnown(Widget widget) throws IOException {
    widget.layout().width("1em").height("1em").margin("0").padding("0").border("none");
    widget.layout().visible(true).set("justify-content", "center");
    Map<String, Object> state = notebook.state(notebook.show(widget));
    assertKnown(state);
    assertKnown(named(state, "layout"));
    if (state.containsKey("style")) {
      assertKnown(named(state, "style"));
    }
  }

  @Test
  void theNamesAreThere() throws IOException {
    assertTrue(known().size() > 30, known().toString());
  }

  private Map<String, Object> named(Map<String, Object> state, String part) {
    return notebook.state(String.valueOf(state.get(part)).substring("IPY_MODEL_".length()));
  }

  private static void assertKnown(Map<String, Object> state) throws IOException {
    String model = String.valueOf(state.get("_model_name"));
    Set<String> unknown = new HashSet<>(state.keySet());
    unknown.removeAll(Set.of(known().getProperty(model, "").split(" ")));
    assertEquals(Set.of(), unknown, model);
  }

  private static Properties known() throws IOException {
    Properties known = new Properties();
    try (InputStream file = ModelNamesTest.class.getResourceAsStream("models.properties")) {
      known.load(Objects.requireNonNull(file));
    }
    return known;
  }
}
