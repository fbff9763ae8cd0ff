package dev.weft.process.ship;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that are packed and unpacked in one JVM. */
class TravelTest {

  private final ClassBook book = ClassBook.empty(getClass().getClassLoader());
  private final Packer packer = new Packer(book);
  private final Unpacker unpacker = new Unpacker(book);

  private interface Maker extends Supplier<Object>, Serializable {}

  record Point(int x, int y) implements Serializable {}

  static class Node implements Serializable {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // some of what it holds must not be
    @Nullable Object next;

    Node(@Nullable Object next) {
      this.next = next;
    }
  }

  private Object travel(Object value) throws UntransferableException {
    return Objects.requireNonNull(unpacker.unpack(packer.pack(value).contents()).value());
  }

  private String refusal(@Nullable Object value) {
    UntransferableException refused =
        assertThrows(UntransferableException.class, () -> packer.pack(value));
    return String.valueOf(refused.getMessage());
  }

  @Test
  void simpleValuesComeBack() throws UntransferableException {
    List<Object> values =
        List.of(
            1,
            -1L,
            1.5,
            Double.NaN,
            2f,
            (short) -3,
            (byte) -4,
            'ä',
            true,
            false,
            "",
            "text",
            "\u00e4\u20ac\uD83D\uDE00",
            "\uD800 alone");
    for (Object each : values) {
      assertEquals(each, travel(each));
    }
    assertNull(unpacker.unpack(packer.pack(null).contents()).value());
  }

  @Test
  void arraysComeBack() throws UntransferableException {
    int[] large = new int[100_000];
    large[99_999] = 7;
    assertArrayEquals(large, (int[]) travel(large));
    assertArrayEquals(new boolean[] {true, false}, (boolean[]) travel(new boolean[] {true, false}));
    @Nullable Object[] items = {1, null, "x", 2.5};
    assertArrayEquals(items, (Object[]) travel(items));
    Object[] mixed = {1, new Point(1, 2), large};
    Object[] back = (Object[]) travel(mixed);
    assertEquals(mixed[1], back[1]);
    assertArrayEquals(large, (int[]) back[2]);
    assertArrayEquals(new int[][] {{1}, {2, 3}}, (int[][]) travel(new int[][] {{1}, {2, 3}}));
  }

  @Test
  void oneLargeArrayStaysOne() throws UntransferableException {
    double[] shared = new double[5000];
    Object[] back = (Object[]) travel(new Object[] {shared, new Node(shared)});
    assertSame(back[0], ((Node) back[1]).next);
  }

  @Test
  void aDetachedParcelKeepsWhatWasThere() throws UntransferableException {
    int[] array = new int[10_000];
    Parcel parcel = packer.pack(array).detached();
    array[0] = 5;
    int[] arrived = (int[]) unpacker.unpack(parcel.contents()).value();
    assertEquals(10_000, Objects.requireNonNull(arrived).length);
    assertEquals(0, arrived[0]);
  }

  private interface Marker {}

  private interface Taker<T> extends Serializable {
    T take(T value);
  }

  /** Its method has another type than the one that it overrides, so that it needs a bridge. */
  private interface TextTaker extends Taker<String> {
    @Override
    String take(String value);
  }

  @Test
  void aLambdaOfAnIntersectionTypeIsOfAllItsTypes() throws UntransferableException {
    Maker marked = (Maker & Marker) () -> 5;
    Maker plain = () -> 5;
    Object back = travel(new Object[] {marked, plain, travel(marked)});
    Object[] all = (Object[]) back;
    assertTrue(all[0] instanceof Marker);
    assertFalse(all[1] instanceof Marker);
    assertTrue(all[2] instanceof Marker);
    assertEquals(5, ((Maker) all[0]).get());
  }

  @Test
  void aLambdaWithoutStateIsPackedOnce() throws UntransferableException {
    for (int i = 0; i < 2; i++) {
      int number = i;
      Maker constant = () -> "same";
      Maker other = () -> number;
      assertEquals("same", ((Maker) travel(constant)).get());
      assertEquals(i, ((Maker) travel(other)).get());
    }
    Maker twice = () -> "twice";
    assertSame(packer.pack(twice), packer.pack(twice));
    assertSame(travel(twice), travel(twice));
  }

  @Test
  void aLambdaIsOfTheSupertypesOfItsInterface() throws UntransferableException {
    TextTaker taker = text -> text + "!";
    @SuppressWarnings("unchecked")
    Taker<Object> back = (Taker<Object>) travel(taker);
    assertEquals("a!", back.take("a"));
  }

  @Test
  void lambdasComeBackWithWhatTheyHaveCaptured() throws UntransferableException {
    Point point = new Point(3, 4);
    Maker maker = () -> point.x() + point.y();
    assertEquals(7, ((Maker) travel(maker)).get());
    Maker bound = point::x;
    Maker twice = (Maker) travel(travel(bound));
    assertEquals(3, twice.get());
    Maker made = ArrayList::new;
    assertEquals(new ArrayList<>(), ((Maker) travel(made)).get());
  }

  @Test
  void valuesOfTheJdkThatAreNotSerializableComeBack() throws UntransferableException {
    Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
    List<Object> values =
        List.of(
            Optional.of(new Point(1, 2)),
            Optional.empty(),
            OptionalInt.of(4),
            OptionalInt.empty(),
            Path.of("some", "file"),
            StandardCharsets.UTF_16,
            Map.entry("k", "v"),
            new ArrayList<>(List.of(1, 2, 3)).subList(1, 3),
            map.keySet(),
            new LinkedHashMap<>(map).entrySet());
    for (Object each : values) {
      assertEquals(each, travel(each));
    }
    assertEquals(List.of(1, 2), List.copyOf((java.util.Collection<?>) travel(map.values())));
    assertSame(Function.identity(), travel(Function.identity()));
    assertSame(System.out, travel(System.out));
  }

  @Test
  void objectsKeepTheirIdentity() throws UntransferableException {
    Node first = new Node(null);
    first.next = new Node(first);
    Node back = (Node) travel(first);
    assertNotSame(first, back);
    assertSame(back, Objects.requireNonNull((Node) back.next).next);
  }

  @Test
  void classesAndEnumsComeBack() throws UntransferableException {
    assertSame(int.class, ((Object[]) travel(new Object[] {int.class}))[0]);
    assertSame(Point[].class, travel(Point[].class));
    assertSame(Thread.State.BLOCKED, travel(Thread.State.BLOCKED));
  }

  @Test
  void aRefusalNamesTypeAndPath() {
    Thread thread = new Thread(() -> {});
    String message = refusal(new Node(List.of(1, Map.of("key", thread))));
    assertTrue(message.contains("java.lang.Thread"), message);
    assertTrue(message.contains(".next[1][key]"), message);
    Maker capturing = () -> thread;
    assertTrue(refusal(capturing).contains("captured value 1"), refusal(capturing));
    Object plain = new Object();
    assertTrue(refusal(plain).contains("java.lang.Object"), refusal(plain));
    assertTrue(refusal(Stream.of(1)).contains("collect"), refusal(Stream.of(1)));
  }

  @Test
  void aRefusalOfALambdaSaysWhatToDo() {
    Supplier<Integer> plain = () -> 1;
    assertTrue(refusal(plain).contains("javaagent"), refusal(plain));
    Function<Integer, Integer> composed = Function.<Integer>identity().andThen(x -> x);
    assertTrue(refusal(composed).contains("a lambda of your own"), refusal(composed));
  }

  @Test
  void whatIsNestedTooDeeplyIsRefused() {
    @Nullable Node chain = null;
    for (int i = 0; i < 1_000_000; i++) {
      chain = new Node(chain);
    }
    String message = refusal(chain);
    assertTrue(message.contains("too deeply"), message);
  }

  @Test
  void setsOfKeysAreCopies() throws UntransferableException {
    Map<Integer, Integer> map = new HashMap<>(Map.of(1, 1));
    Set<?> keys = (Set<?>) travel(map.keySet());
    map.put(2, 2);
    assertEquals(Set.of(1), keys);
  }
}
