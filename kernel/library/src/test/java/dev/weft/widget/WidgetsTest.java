package dev.weft.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.comm.Json;
import dev.weft.display.Display;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WidgetsTest {

  private final FakeNotebook notebook = FakeNotebook.INSTANCE;
  private final List<Object> heard = new ArrayList<>();

  @Test
  void isOpenedWithItsWholeStateAfterWhatItNames() {
    var slider = new IntSlider(0, 10, 4).description("n");
    String id = notebook.show(slider);
    var opening = notebook.opening(id);
    assertEquals("jupyter.widget", opening.target());
    assertEquals("{\"version\":\"2.1.0\"}", opening.metadata());
    assertEquals(List.of(), Json.readObject(opening.data()).get("buffer_paths"));
    Map<String, Object> state = notebook.state(id);
    assertEquals("IntSliderModel", state.get("_model_name"));
    assertEquals("@jupyter-widgets/controls", state.get("_model_module"));
    assertEquals("2.0.0", state.get("_model_module_version"));
    assertEquals("IntSliderView", state.get("_view_name"));
    assertEquals(List.of(0L, 10L, 4L), values(state, "min", "max", "value"));
    assertEquals("n", state.get("description"));
    for (String part : List.of("layout", "style")) {
      String named = String.valueOf(state.get(part)).substring("IPY_MODEL_".length());
      int at = notebook.sent.indexOf(notebook.opening(named));
      assertTrue(at >= 0 && at < notebook.sent.indexOf(opening), part);
    }
  }

  @Test
  void showsTextWhereWidgetsCannotBeShown() {
    var bundle = new IntSlider(0, 10, 4).description("n").toDisplayData();
    assertEquals("IntSlider(n: 4)", bundle.data().get("text/plain"));
    assertEquals(
        "VBox(Label(a), HBox(Button(Go)))",
        new VBox(new Label("a"), new HBox(new Button("Go"))).toString());
    assertEquals("Password(pin)", new Password("secret").description("pin").toString());
  }

  @Test
  void callsListenersWhenThePersonMovesIt() {
    var slider = new IntSlider(0, 10).onChange(heard::add);
    String id = notebook.show(slider);
    notebook.update(id, Map.of("value", 7));
    notebook.update(id, Map.of("value", 7));
    assertEquals(List.of(7), heard);
    assertEquals(7, slider.value());
  }

  @Test
  void echoesWhatThePersonChangesAndSendsNothingElse() {
    String id = notebook.show(new FloatSlider(0, 10));
    notebook.update(id, Map.of("value", 7));
    assertEquals(
        List.of(
            Map.of(
                "method", "echo_update", "state", Map.of("value", 7L), "buffer_paths", List.of())),
        notebook.said(id));
  }

  @Test
  void correctsWhatItCannotHold() {
    var slider = new IntSlider(0, 10).onChange(heard::add);
    String id = notebook.show(slider);
    notebook.update(id, Map.of("value", 70));
    assertEquals(10L, notebook.state(id).get("value"));
    notebook.update(id, Map.of("value", "rubbish"));
    assertEquals(10L, notebook.state(id).get("value"));
    assertEquals(10, slider.value());
    assertEquals(List.of(10), heard);
  }

  @Test
  void sendsWhatCodeChanges() {
    var slider = new IntSlider(0, 10);
    slider.value(3);
    String id = notebook.show(slider);
    assertEquals(3L, notebook.state(id).get("value"));
    slider.onChange(heard::add).value(50).description("x").enabled(false);
    Map<String, Object> state = notebook.state(id);
    assertEquals(List.of(10L, "x", true), values(state, "value", "description", "disabled"));
    assertEquals(List.of(10), heard);
    assertFalse(slider.isEnabled());
  }

  @Test
  void limitsMoveTheValueAndEachOther() {
    var slider = new IntSlider(0, 10, 5);
    slider.max(3);
    assertEquals(3, slider.value());
    slider.min(20);
    assertEquals(List.of(20, 20, 20), List.of(slider.min(), slider.max(), slider.value()));
    assertThrows(IllegalArgumentException.class, () -> new IntSlider(5, 1));
  }

  @Test
  void manyChangesBecomeFewMessages() {
    var bar = new IntProgress(0, 100_000);
    String id = notebook.show(bar);
    for (int i = 0; i <= 100_000; i++) {
      bar.value(i);
    }
    assertEquals(100_000L, notebook.state(id).get("value"));
    int messages = notebook.said(id).size();
    assertTrue(messages < 10_000, messages + " messages");
  }

  @Test
  void answersAClientThatAsksForStates() {
    var slider = new IntSlider(0, 10, 4);
    String id = notebook.show(slider);
    slider.value(5);
    notebook.open("control-1", "jupyter.widget.control");
    notebook.say("control-1", Map.of("method", "request_states"));
    Map<String, Object> answer = notebook.said("control-1").getFirst();
    assertEquals("update_states", answer.get("method"));
    Map<String, Object> states = FakeNotebook.object(answer.get("states"));
    Map<String, Object> model = FakeNotebook.object(states.get(id));
    assertEquals("IntSliderModel", model.get("model_name"));
    assertEquals("@jupyter-widgets/controls", model.get("model_module"));
    assertEquals("2.0.0", model.get("model_module_version"));
    assertEquals(5L, FakeNotebook.object(model.get("state")).get("value"));
    notebook.say(id, Map.of("method", "request_state"));
    assertEquals("update", notebook.said(id).getLast().get("method"));
    assertTrue(FakeNotebook.object(notebook.said(id).getLast().get("state")).size() > 10);
  }

  @Test
  void pressedButtonsCallTheirListeners() {
    var button = new Button("Go").onClick(() -> heard.add("go")).look(Look.DANGER).icon("check");
    String id = notebook.show(button);
    notebook.say(id, Map.of("method", "custom", "content", Map.of("event", "click")));
    notebook.say(id, Map.of("method", "custom", "content", Map.of("event", "other")));
    button.click();
    assertEquals(List.of("go", "go"), heard);
    assertEquals(List.of("danger", "check"), values(notebook.state(id), "button_style", "icon"));
  }

  @Test
  void choicesGoByIndex() {
    var colours = new Dropdown<>("red", "green").onChange(heard::add);
    String id = notebook.show(colours);
    assertEquals(List.of("red", "green"), notebook.state(id).get("_options_labels"));
    notebook.update(id, Map.of("index", 1));
    assertEquals("green", colours.value());
    notebook.update(id, Map.of("index", 9));
    assertEquals("green", colours.value());
    colours.value("red");
    assertEquals(0L, notebook.state(id).get("index"));
    assertEquals(List.of("green", "red"), heard);
    assertThrows(IllegalArgumentException.class, () -> colours.value("blue"));
    assertThrows(IllegalArgumentException.class, () -> new RadioButtons<>(List.of()));
    assertEquals(
        List.of("1", "1 (2)", "2"),
        notebook.state(notebook.show(new RadioButtons<>(1, 1, 2))).get("_options_labels"));
  }

  @Test
  void linkedValuesStayAlike() {
    var slider = new IntSlider(0, 10, 5);
    var box = new IntText(99);
    slider.link(box);
    assertEquals(5, box.value());
    box.value(8);
    assertEquals(8, slider.value());
    notebook.update(notebook.show(slider), Map.of("value", 2));
    assertEquals(2, box.value());
    box.value(99);
    assertEquals(List.of(10, 10), List.of(slider.value(), box.value()));
  }

  @Test
  void boxesHoldWhatIsOpen() {
    var one = new Label("one");
    var two = new Label("two");
    var box = new VBox(one);
    String id = notebook.show(box);
    box.add(two);
    assertEquals(List.of(model(one), model(two)), notebook.state(id).get("children"));
    two.close();
    box.remove(one);
    assertEquals(List.of(), notebook.state(id).get("children"));
    assertEquals(List.of(two), box.children());
  }

  @Test
  void tabsHaveTitles() {
    var tab = new Tab().add("first", new Label("a")).add("second", new Html("<b>b</b>"));
    String id = notebook.show(tab);
    assertEquals(List.of("first", "second"), notebook.state(id).get("titles"));
    assertEquals(0L, notebook.state(id).get("selected_index"));
    tab.remove(tab.children().getFirst());
    assertEquals(List.of("second"), notebook.state(id).get("titles"));
    String folded = notebook.show(new Accordion().add("more", new Label("a")).select(0));
    assertEquals(0L, notebook.state(folded).get("selected_index"));
  }

  @Test
  void layoutAndStyleAreModelsOfTheirOwn() {
    var slider = new IntSlider(0, 1).width("50%").style("handle_color", "red");
    slider.layout().border("1px solid gray").set("justify-content", "center").visible(false);
    Map<String, Object> state = notebook.state(notebook.show(slider));
    Map<String, Object> layout = notebook.state(named(state, "layout"));
    assertEquals(
        List.of("LayoutModel", "50%", "1px solid gray", "center", "none"),
        values(layout, "_model_name", "width", "border_left", "justify_content", "display"));
    Map<String, Object> style = notebook.state(named(state, "style"));
    assertEquals(List.of("SliderStyleModel", "red"), values(style, "_model_name", "handle_color"));
  }

  @Test
  void closedWidgetsAreTextAndSilent() {
    var slider = new IntSlider(0, 10);
    String id = notebook.show(slider);
    slider.close();
    slider.value(5);
    notebook.update(id, Map.of("value", 9));
    assertEquals(5, slider.value());
    assertEquals(List.of(), notebook.said(id));
    assertEquals(Map.of("text/plain", "IntSlider(5) (closed)"), slider.toDisplayData().data());
    var other = new Label("gone");
    notebook.close(notebook.show(other));
    assertEquals(1, other.toDisplayData().data().size());
  }

  @Test
  void outputTakesWhatCodePrints() {
    var output = new Output();
    String id = notebook.show(output);
    output.capture(() -> System.out.print("a"));
    output.capture(() -> System.out.println("b"));
    output.show("value");
    assertEquals(
        List.of(
            Map.of("output_type", "stream", "name", "stdout", "text", "ab\n"),
            Map.of(
                "output_type",
                "display_data",
                "data",
                Display.render("value").data(),
                "metadata",
                Map.of())),
        notebook.state(id).get("outputs"));
    output.clear();
    assertEquals(List.of(), notebook.state(id).get("outputs"));
    assertEquals("@jupyter-widgets/output", notebook.state(id).get("_model_module"));
  }

  @Test
  void interactRunsAtOnceAndWhenTheValueChanges() {
    var slider = new IntSlider(0, 10, 2);
    var box = Interact.run(slider, n -> System.out.println(n == 9 ? fail() : "n = " + n));
    assertEquals("VBox(IntSlider(2), Output(n = 2))", box.toString());
    notebook.update(notebook.show(slider), Map.of("value", 3));
    assertEquals("VBox(IntSlider(3), Output(n = 3))", box.toString());
    var sum = Interact.of(slider, new IntText(4), (a, b) -> a + b > 7 ? null : heard.add(a + b));
    assertEquals(List.of(7), heard);
    assertEquals(3, sum.children().size());
  }

  private static String fail() {
    throw new IllegalStateException("nine");
  }

  private static List<Object> values(Map<String, Object> state, String... names) {
    return Arrays.stream(names).map(state::get).toList();
  }

  private static String named(Map<String, Object> state, String part) {
    return String.valueOf(state.get(part)).substring("IPY_MODEL_".length());
  }

  private String model(Widget widget) {
    return "IPY_MODEL_" + notebook.show(widget);
  }
}
