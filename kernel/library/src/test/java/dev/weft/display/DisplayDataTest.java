package dev.weft.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Formats, their metadata, and JSON. */
class DisplayDataTest {

  /** A record as users write it. */
  public record Point(int x, double y) {}

  @Test
  void jsonIsTextOrWritten() {
    assertEquals(Map.of("application/json", "{\"a\": 1}"), DisplayData.json("{\"a\": 1}").data());
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("s", "a\"b\\\n\u0001é");
    value.put("list", Arrays.asList(1, 2.5, null, true, Double.NaN));
    value.put("point", new Point(1, 2));
    value.put("none", Optional.empty());
    value.put("array", new int[] {1});
    value.put("empty", List.of());
    assertEquals(
        "{\"s\":\"a\\\"b\\\\\\n\\u0001é\",\"list\":[1,2.5,null,true,null],"
            + "\"point\":{\"x\":1,\"y\":2.0},\"none\":null,\"array\":[1],\"empty\":[]}",
        DisplayData.json(value).data().get("application/json"));
    assertEquals("{}", DisplayData.geoJson(Map.of()).data().get("application/geo+json"));
  }

  @Test
  void jsonOfWhatContainsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThrows(IllegalArgumentException.class, () -> DisplayData.json(list));
  }

  @Test
  void metadataGoesToItsFormat() {
    DisplayData image = DisplayData.png(new byte[] {1, 2}).with(MimeType.TEXT, "image");
    assertEquals(
        Map.of("image/png", "{\"width\":300,\"height\":200,\"needs_background\":\"light\"}"),
        image.withSize(300, 200).needsBackground("light").metadata());
    assertEquals("AQI=", image.data().get("image/png"));
    assertEquals(
        Map.of("application/json", "{\"expanded\":true}"),
        DisplayData.json(List.of(1)).expanded(true).metadata());
    assertEquals(Map.of("isolated", "true"), image.withMetadata("isolated", true).metadata());
  }

  @Test
  void mostSpecificRendererWins() {
    RendererRegistry registry = new RendererRegistry();
    record OfType(Class<Object> type) implements Renderer<Object> {
      @Override
      public DisplayData render(Object value) {
        return DisplayData.text(type.getSimpleName());
      }
    }
    for (Class<?> type : List.of(Integer.class, Comparable.class, Object.class, Number.class)) {
      @SuppressWarnings("unchecked")
      Class<Object> any = (Class<Object>) type;
      registry.register(new OfType(any));
    }
    assertEquals(Integer.class, registry.find(Integer.class).orElseThrow().type());
    assertEquals(Number.class, registry.find(Long.class).orElseThrow().type());
    assertEquals(Comparable.class, registry.find(String.class).orElseThrow().type());
    assertEquals(Object.class, registry.find(Thread.class).orElseThrow().type());
  }
}
