package dev.weft.widget;

import dev.weft.comm.Comm;
import dev.weft.comm.CommData;
import dev.weft.comm.Comms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models that clients know, of which a client that connects anew asks for the states. */
final class OpenModels {

  static final OpenModels INSTANCE = new OpenModels();

  private static final String CONTROL = "jupyter.widget.control";

  private final Map<String, Model> models = new ConcurrentHashMap<>();

  private OpenModels() {
    Comms.register(CONTROL, (comm, opening) -> comm.onMessage(said -> answer(comm, said)));
  }

  void add(String id, Model model) {
    models.put(id, model);
  }

  void remove(String id) {
    models.remove(id);
  }

  private void answer(Comm comm, CommData said) {
    if (!"request_states".equals(said.data().get("method"))) {
      return;
    }
    Map<String, Object> states = new LinkedHashMap<>();
    models.forEach((id, model) -> states.put(id, description(model.wireState())));
    comm.send(Map.of("method", "update_states", "states", states, "buffer_paths", List.of()));
  }

  private static Map<String, @Nullable Object> description(Map<String, @Nullable Object> state) {
    Map<String, @Nullable Object> description = new LinkedHashMap<>();
    description.put("model_name", state.get("_model_name"));
    description.put("model_module", state.get("_model_module"));
    description.put("model_module_version", state.get("_model_module_version"));
    description.put("state", state);
    return description;
  }
}
