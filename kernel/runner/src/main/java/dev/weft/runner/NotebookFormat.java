package dev.weft.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What makes a JSON tree a notebook that can be run: checked once, so that others may rely on it.
 */
final class NotebookFormat {
  private static final int MAJOR = 4;

  private NotebookFormat() {}

  /** Returns the tree, which is a notebook of format 4 with a list of well-formed cells. */
  static JsonObject check(JsonElement tree) throws NotebookException {
    if (!(tree instanceof JsonObject root) || !isNumber(root.get("nbformat"))) {
      throw new NotebookException("not a notebook: it has no field \"nbformat\"");
    }
    checkVersion(root);
    if (!(root.get("metadata") instanceof JsonObject)) {
      throw new NotebookException("not a notebook: it has no object \"metadata\"");
    }
    if (!(root.get("cells") instanceof JsonArray cells)) {
      throw new NotebookException("not a notebook: it has no list \"cells\"");
    }
    for (int i = 0; i < cells.size(); i++) {
      checkCell(i, cells.get(i));
    }
    return root;
  }

  private static void checkVersion(JsonObject root) throws NotebookException {
    String major = root.get("nbformat").getAsString();
    if (major.matches("[123]")) {
      throw new NotebookException(
          "notebook format %s is too old: upgrade it with `jupyter nbconvert --to notebook`"
              .formatted(major));
    }
    if (!major.equals(String.valueOf(MAJOR))) {
      throw new NotebookException("notebook format %s is not known, only 4 is".formatted(major));
    }
    if (!isNumber(root.get("nbformat_minor"))) {
      throw new NotebookException("not a notebook: it has no field \"nbformat_minor\"");
    }
  }

  private static void checkCell(int index, JsonElement cell) throws NotebookException {
    boolean wellFormed =
        cell instanceof JsonObject object
            && isString(object.get("cell_type"))
            && object.get("metadata") instanceof JsonObject
            && (isString(object.get("source")) || object.get("source") instanceof JsonArray);
    if (!wellFormed) {
      throw new NotebookException(
          "not a notebook: cell %d lacks its type, metadata or source".formatted(index + 1));
    }
  }

  static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("\\d{1,4}");
  }

  private static boolean isString(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }
}
