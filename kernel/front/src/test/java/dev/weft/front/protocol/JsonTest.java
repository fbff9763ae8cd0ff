package dev.weft.front.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":[1,-2,0.1,9223372036854775807,92233720368547758080,1.50],\"b\":{\"c\":null}}",
        "{\"text\":\"grün λ 😀 \\n\\t\\\\ \\\" <b> & ' =\",\"yes\":true,\"no\":false}",
      })
  void writesWhatItRead(String text) throws Exception {
    assertEquals(text, Json.write(Json.parseObject(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "[]",
        "null",
        "{",
        "{}}",
        "{\"a\":}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":1} x",
        "{\"a\":\"\\q\"}",
        "\u0000",
        "{\"a\":TRUE}",
        "{\"a\":1,}"
      })
  void refusesAllElse(String text) {
    assertThrows(JsonFormatException.class, () -> Json.parseObject(text));
  }

  @Test
  void refusesDeepNestingAndEndlessNumbers() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThrows(JsonFormatException.class, () -> Json.parseObject(deep));
    String longNumber = "{\"a\":" + "9".repeat(5000) + "}";
    assertThrows(JsonFormatException.class, () -> Json.parseObject(longNumber));
  }

  @Test
  void refusesToWriteWhatJsonDoesNotKnow() {
    JsonObject object = new JsonObject();
    object.addProperty("a", Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> Json.write(object));
  }
}
