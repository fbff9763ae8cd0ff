package dev.weft.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.testkit.Execution;
import dev.weft.testkit.WireMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Widgets, used by a client that speaks their protocol. */
@Timeout(300)
class WidgetIT {

  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  @TempDir static Path folder;
  private static RealKernel kernel;
  private static CommClient comms;

  @BeforeAll
  static void start() throws IOException {
    kernel = RealKernel.start(folder);
    comms = new CommClient(kernel);
    kernel.value("import dev.weft.widget.*;");
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  private record Shown(String cell, String model, Execution execution) {}

  /** Runs a cell whose value is a widget. */
  private static Shown show(String code) {
    String cell = kernel.send(code, "{}");
    Execution execution = kernel.end(cell);
    assertTrue(execution.isOk(), () -> execution.reply().content().toString());
    WireMessage result = execution.ofType("execute_result").getFirst();
    JsonObject data = result.content().getAsJsonObject("data");
    JsonObject view = data.getAsJsonObject(VIEW);
    assertEquals(2, view.get("version_major").getAsInt());
    assertFalse(data.get("text/plain").getAsString().isEmpty());
    return new Shown(cell, view.get("model_id").getAsString(), execution);
  }

  private static String update(String model, String state) {
    return comms.say(model, "{'method': 'update', 'state': " + state + ", 'buffer_paths': []}");
  }

  @Test
  void aSliderTellsJavaAndIsEchoed() {
    Shown shown =
        show(
            """
            var slider = new IntSlider(0, 10).description("n");
            slider.onChange(n -> System.out.println("n is " + n));
            slider
            """);
    String request = update(shown.model(), "{'value': 7}");
    WireMessage echo = comms.heard(shown.model(), "comm_msg");
    assertEquals("echo_update", CommClient.method(echo));
    assertEquals(request, echo.parentId());
    assertEquals("{\"value\":7}", CommClient.state(echo).toString());
    comms.awaitText(shown.cell(), "n is 7");
    comms.awaitIdle(request);
    assertEquals("7", kernel.value("slider.value()"));
    var told = kernel.run("slider.value(3);").ofType("comm_msg");
    assertEquals("update", CommClient.method(told.getFirst()));
    assertEquals("{\"value\":3}", CommClient.state(told.getFirst()).toString());
    comms.awaitText(shown.cell(), "n is 3");
  }

  @Test
  void aButtonWorksWhileItsCellIsBusy() {
    Execution before = kernel.run("var stop = new Button(\"Stop\"); stop");
    String model =
        before
            .ofType("execute_result")
            .getFirst()
            .content()
            .getAsJsonObject("data")
            .getAsJsonObject(VIEW)
            .get("model_id")
            .getAsString();
    String busy =
        kernel.begin(
            """
            var pressed = new java.util.concurrent.atomic.AtomicBoolean();
            stop.onClick(() -> pressed.set(true));
            System.out.println("go");
            while (!pressed.get()) Thread.onSpinWait();
            System.out.println("stopped");
            """);
    comms.awaitIdle(comms.say(model, "{'method': 'custom', 'content': {'event': 'click'}}"));
    assertTrue(kernel.end(busy).stream("stdout").contains("stopped"));
  }

  @Test
  void whatACellChangesLastIsSentBeforeItsEnd() {
    Shown shown = show("var bar = new IntProgress(0, 100000); bar");
    Execution execution =
        kernel.run("for (int i = 0; i <= 100_000; i++) bar.value(i); System.out.println(\"x\");");
    var updates =
        execution.ofType("comm_msg").stream()
            .filter(each -> each.text("comm_id").equals(shown.model()))
            .toList();
    assertEquals("100000", CommClient.state(updates.getLast()).get("value").toString());
    assertTrue(updates.size() < 20_000, updates.size() + " messages");
  }

  @Test
  void anOutputTakesWhatACallbackPrints() {
    Shown shown =
        show(
            """
            var log = new Output();
            var go = new Button("Go").onClick(() -> log.capture(() -> {
              System.out.print("one ");
              Thread.ofPlatform().start(() -> System.out.println("two"));
              display(DisplayData.html("<b>three</b>"));
            }));
            new VBox(go, log)
            """);
    String go = modelOf("go");
    String log = modelOf("log");
    comms.awaitIdle(comms.say(go, "{'method': 'custom', 'content': {'event': 'click'}}"));
    StringBuilder text = new StringBuilder();
    while (!(text.toString().contains("one")
        && text.toString().contains("two")
        && text.toString().contains("<b>three</b>"))) {
      WireMessage update = comms.heard(log, "comm_msg");
      text.setLength(0);
      text.append(CommClient.state(update).get("outputs"));
    }
    assertTrue(shown.execution().ofType("stream").isEmpty());
  }

  /** Shows a widget that is there and returns the id of its model. */
  private static String modelOf(String variable) {
    return show(variable).model();
  }

  @Test
  void interactShowsTheResultInItsOutput() {
    show("var n = new IntSlider(1, 9, 2); var box = Interact.of(n, v -> v * v); box");
    String output = modelOf("box.children().getLast()");
    update(modelOf("n"), "{'value': 5}");
    WireMessage update = comms.heard(output, "comm_msg");
    JsonArray outputs = CommClient.state(update).getAsJsonArray("outputs");
    assertEquals(1, outputs.size());
    assertEquals(
        "\"25\"",
        outputs.get(0).getAsJsonObject().getAsJsonObject("data").get("text/plain").toString());
  }

  @Test
  void aClientThatConnectsAnewLearnsAllStates() {
    Shown shown = show("var text = new Text(\"hello\"); text");
    comms.open("control", "jupyter.widget.control", "{}");
    comms.say("control", "{'method': 'request_states'}");
    WireMessage answer = comms.heard("control", "comm_msg");
    JsonObject states = CommClient.data(answer).getAsJsonObject("states");
    JsonObject model = states.getAsJsonObject(shown.model());
    assertEquals("TextModel", model.get("model_name").getAsString());
    assertEquals("hello", model.getAsJsonObject("state").get("value").getAsString());
    String layout = model.getAsJsonObject("state").get("layout").getAsString();
    assertTrue(states.has(layout.substring("IPY_MODEL_".length())), layout);
    assertEquals(
        "jupyter.widget",
        comms.listed().getAsJsonObject(shown.model()).get("target_name").getAsString());
  }
}
