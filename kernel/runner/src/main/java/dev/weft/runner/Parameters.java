package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gives a notebook's parameters other values: with a cell tagged {@code injected-parameters} that
 * follows the one tagged {@code parameters}, or comes first where there is none.
 */
final class Parameters {
  private static final String DEFAULTS = "parameters";
  private static final String INJECTED = "injected-parameters";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private Parameters() {}

  static void inject(Notebook notebook, Map<String, String> values) throws NotebookException {
    if (values.isEmpty()) {
      return;
    }
    List<NotebookCell> cells = notebook.cells();
    int defaults = indexOf(DEFAULTS, cells);
    String code = code(defaults < 0 ? "" : cells.get(defaults).source(), values);
    int injected = indexOf(INJECTED, cells);
    if (injected >= 0) {
      cells.get(injected).setSource(code);
    } else {
      notebook.insertCell(defaults + 1, cell(code, notebook));
    }
  }

  private static int indexOf(String tag, List<NotebookCell> cells) {
    return IntStream.range(0, cells.size())
        .filter(i -> cells.get(i).isCode() && cells.get(i).tags().contains(tag))
        .findFirst()
        .orElse(-1);
  }

  private static String code(String defaults, Map<String, String> values) throws NotebookException {
    StringBuilder code = new StringBuilder("// Parameters");
    for (Map.Entry<String, String> parameter : new TreeMap<>(values).entrySet()) {
      String name = parameter.getKey();
      if (!NAME.matcher(name).matches()) {
        throw new NotebookException("parameter %s: not a Java name".formatted(name));
      }
      code.append('\n').append(declaration(name, typeIn(defaults, name), parameter.getValue()));
    }
    return code.toString();
  }

  /** Returns the type with which the code declares the name, or {@code var}. */
  private static String typeIn(String code, String name) {
    String declaration = "(?m)^\\s*(?:final\\s+)?([\\w.]+)\\s+" + Pattern.quote(name) + "\\s*=";
    Matcher matcher = Pattern.compile(declaration).matcher(code);
    return matcher.find() ? matcher.group(1) : "var";
  }

  private static String declaration(String name, String type, String value)
      throws NotebookException {
    String literal = JavaLiteral.of(type, value);
    return "%s %s = %s;".formatted(type, name, literal);
  }

  private static JsonObject cell(String code, Notebook notebook) {
    JsonArray tags = new JsonArray();
    tags.add(INJECTED);
    JsonObject metadata = new JsonObject();
    metadata.add("tags", tags);
    JsonObject cell = new JsonObject();
    cell.addProperty("cell_type", "code");
    cell.add("execution_count", JsonNull.INSTANCE);
    if (notebook.hasCellIds()) {
      cell.add("id", new JsonPrimitive(INJECTED));
    }
    cell.add("metadata", metadata);
    cell.add("outputs", new JsonArray());
    cell.add("source", NotebookJson.lines(code));
    return cell;
  }
}
