package dev.weft.process.ship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lists and maps are when they arrive, in whatever form they travel. */
class SimpleTest {

  private final EmptyBook book = new EmptyBook(SimpleTest.class.getClassLoader());

  private Object travel(Object value) throws UntransferableException {
    Flat flat = new Packer(book).packFlat(value);
    byte[] run = Arrays.copyOf(flat.bytes(), flat.length());
    Object arrived = Objects.requireNonNull(new Unpacker(book).unpack(Flat.contents(run)).value());
    assertEquals(value, arrived);
    assertSame(value.getClass(), arrived.getClass());
    return arrived;
  }

  private byte form(Object value) throws UntransferableException {
    return new Packer(book).packFlat(value).bytes()[0];
  }

  @Test
  void collectionsOfScalarsAreShort() throws Exception {
    Map<String, Object> mutable = new HashMap<>();
    mutable.put(null, 1L);
    mutable.put("b", null);
    for (Object each :
        List.of(
            List.of(),
            List.of(1),
            List.of("a", 2, 3.0, 'c', true),
            Map.of(),
            Map.of("a", 1),
            Map.of("a", 1, "b", 2L),
            new ArrayList<>(Arrays.asList(1, null, "c")),
            new ArrayList<>(),
            mutable)) {
      assertEquals(Form.SIMPLE, form(each), each::toString);
      travel(each);
    }
  }

  @Test
  void whatHoldsMoreThanScalarsKeepsItsShape() throws Exception {
    List<Integer> shared = new ArrayList<>(List.of(1));
    List<?> outer = (List<?>) travel(new ArrayList<>(List.of(shared, shared)));
    assertSame(outer.get(0), outer.get(1));
    assertEquals(Form.STREAM, form(Map.of("a", List.of(1))));
    travel(Map.of("a", List.of(1)));
    List<?> withNull = (List<?>) travel(Stream.of(1, null).toList());
    assertEquals(Arrays.asList(1, null), withNull);
  }

  @Test
  void otherClassesKeepWhatTheyAre() throws Exception {
    Map<String, Integer> recent = new LinkedHashMap<>(16, 0.75f, true);
    recent.put("a", 1);
    recent.put("b", 2);
    Map<?, ?> arrived = assertInstanceOf(LinkedHashMap.class, travel(recent));
    assertEquals(1, arrived.get("a"));
    assertEquals(List.of("b", "a"), List.copyOf(arrived.keySet()));
    TreeMap<Integer, String> backwards = new TreeMap<>(Collections.reverseOrder());
    backwards.put(1, "one");
    backwards.put(2, "two");
    assertEquals(2, ((TreeMap<?, ?>) travel(backwards)).firstKey());
  }

  @Test
  void whatArrivesIsACopyThatCanBeChanged() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    @SuppressWarnings("unchecked")
    List<Integer> arrived = (List<Integer>) travel(list);
    arrived.add(3);
    assertNotSame(list, arrived);
    assertEquals(2, list.size());
  }
}
