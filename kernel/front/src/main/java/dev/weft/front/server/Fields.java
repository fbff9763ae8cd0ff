package dev.weft.front.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the content of a request; a field of the wrong type throws {@link BadRequestException}.
 *
 * <p>A field that is null counts as missing. Numbers are cut off at the ends of their range.
 *
 * @param type the request's type, for messages
 */
record Fields(String type, JsonObject content) {

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new BadRequestException("%s: %s is missing.".formatted(type, name)));
  }

  Optional<String> optionalText(String name) {
    return primitive(name, "a string", JsonPrimitive::isString).map(JsonPrimitive::getAsString);
  }

  boolean flag(String name, boolean otherwise) {
    return primitive(name, "true or false", JsonPrimitive::isBoolean)
        .map(JsonPrimitive::getAsBoolean)
        .orElse(otherwise);
  }

  Optional<Integer> number(String name) {
    return primitive(name, "a number", JsonPrimitive::isNumber)
        .map(value -> (int) value.getAsDouble());
  }

  JsonObject object(String name) {
    return present(name)
        .map(
            value -> {
              if (!value.isJsonObject()) {
                throw wrong(name, "an object", value);
              }
              return value.getAsJsonObject();
            })
        .orElseGet(JsonObject::new);
  }

  private Optional<JsonPrimitive> primitive(
      String name, String wanted, Predicate<JsonPrimitive> check) {
    return present(name)
        .map(
            value -> {
              if (!value.isJsonPrimitive() || !check.test(value.getAsJsonPrimitive())) {
                throw wrong(name, wanted, value);
              }
              return value.getAsJsonPrimitive();
            });
  }

  private Optional<JsonElement> present(String name) {
    return Optional.ofNullable(content.get(name)).filter(value -> !value.isJsonNull());
  }

  private BadRequestException wrong(String name, String wanted, JsonElement value) {
    String given = value.toString();
    String shown = given.length() <= 60 ? given : given.substring(0, 60) + "…";
    return new BadRequestException(
        "%s: %s must be %s, not %s.".formatted(type, name, wanted, shown));
  }
}
