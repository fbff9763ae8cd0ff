package dev.weft.comm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void writesWhatJsonKnows() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("list", Arrays.asList(1, 2.5, true, null, "a\"b\\\n\u0001"));
    map.put("array", new int[] {1, 2});
    map.put("empty", Map.of());
    map.put("half", "\ud83d");
    assertEquals(
        "{\"list\":[1,2.5,true,null,\"a\\\"b\\\\\\u000a\\u0001\"],\"array\":[1,2],\"empty\":{},"
            + "\"half\":\"\\ud83d\"}",
        Json.write(map));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", "ünï \uD83D\uDE00 \t\u2028 \ud83d /");
    map.put("numbers", List.of(0L, -1L, Long.MAX_VALUE, 1e300, -2.5e-7));
    map.put("big", new BigInteger("123456789012345678901234567890"));
    map.put("nothing", null);
    map.put("nested", List.of(Map.of("a", List.of()), true, false));
    assertEquals(map, Json.readObject(Json.write(map)));
  }

  @Test
  void readsNumbersOfAllSizes() {
    assertEquals(5L, Json.read(" 5 "));
    assertEquals(5.0, Json.read("5.0"));
    assertEquals(-0.0, Json.read("-0.0"));
    assertEquals(new BigDecimal("1e999"), Json.read("1e999"));
    assertEquals(new BigInteger("9223372036854775808"), Json.read("9223372036854775808"));
  }

  @Test
  void readsEscapes() {
    assertEquals("\"\\/\b\f\n\r\té", Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{} {}",
        "[1]",
        "\"x",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":nul}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u+123\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":NaN}",
        "{\"a\":-}"
      })
  void refusesWhatIsNoObject(String text) {
    assertThrows(IllegalArgumentException.class, () -> Json.readObject(text));
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() {
    String deep = "[".repeat(100_000);
    assertThrows(IllegalArgumentException.class, () -> Json.read(deep));
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    var problem = assertThrows(IllegalArgumentException.class, () -> Json.write(itself));
    assertTrue(problem.toString().contains("hold itself"));
  }

  @Test
  void namesWhatItCannotWrite() {
    var type = assertThrows(IllegalArgumentException.class, () -> Json.write(List.of(getClass())));
    assertTrue(type.toString().contains("java.lang.Class"));
    var number = assertThrows(IllegalArgumentException.class, () -> Json.write(Double.NaN));
    assertTrue(number.toString().contains("NaN"));
  }
}
