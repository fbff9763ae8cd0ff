package dev.weft.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names by which clients know a kind of widget.
 *
 * @param module the JavaScript package that implements it
 * @param version of that package
 * @param view empty where there is nothing to see
 */
record ModelType(String module, String version, String model, String viewModule, String view) {

  private static final String BASE = "@jupyter-widgets/base";
  private static final String CONTROLS = "@jupyter-widgets/controls";
  private static final String OUTPUT = "@jupyter-widgets/output";
  private static final String CONTROLS_VERSION = "2.0.0";

  static final ModelType LAYOUT =
      new ModelType(BASE, CONTROLS_VERSION, "LayoutModel", BASE, "LayoutView");
  static final ModelType CAPTURE =
      new ModelType(OUTPUT, "1.0.0", "OutputModel", OUTPUT, "OutputView");

  /** A control: {@code IntSlider} is implemented by {@code IntSliderModel}. */
  static ModelType control(String name) {
    return control(name, name);
  }

  static ModelType control(String name, String view) {
    return new ModelType(CONTROLS, CONTROLS_VERSION, name + "Model", CONTROLS, view + "View");
  }

  /** How controls look: {@code Slider} is styled by {@code SliderStyleModel}. */
  static ModelType style(String name) {
    return new ModelType(CONTROLS, CONTROLS_VERSION, name + "StyleModel", BASE, "StyleView");
  }

  /** Returns the part of the state that says what it is. */
  Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("_model_module", module);
    state.put("_model_module_version", version);
    state.put("_model_name", model);
    state.put("_view_count", null);
    state.put("_view_module", viewModule);
    state.put("_view_module_version", version);
    state.put("_view_name", view);
    return state;
  }
}
