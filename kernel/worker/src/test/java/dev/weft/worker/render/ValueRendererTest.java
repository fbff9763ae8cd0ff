package dev.weft.worker.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.display.DisplayData;
import dev.weft.display.RendererRegistry;
import dev.weft.worker.guard.CellStopped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is shown of values, as text and as HTML. */
public class ValueRendererTest {

  /** A record as users write it. */
  public record Person(String name, int age, @Nullable Object note) {}

  /** A record with a text of its own. */
  public record Money(int amount) {
    @Override
    public String toString() {
      return amount + " EUR";
    }
  }

  /** A bean without a text. */
  public static final class Bean {
    private final String zebra = "z";
    private final int ant = 1;

    /** Returns a property. */
    public int getAnt() {
      return ant;
    }

    /** Returns a property. */
    public String getZebra() {
      return zebra;
    }

    /** Fails. */
    public boolean isBroken() {
      return Integer.parseInt(zebra) > ant;
    }
  }

  private final RendererRegistry registry = new RendererRegistry();
  private final ValueRenderer renderer =
      new ValueRenderer(registry, ValueRendererTest.class.getClassLoader(), () -> 0);

  private String text(@Nullable Object value) {
    return render(value).getOrDefault("text/plain", "none");
  }

  private String html(@Nullable Object value) {
    return render(value).getOrDefault("text/html", "none");
  }

  private Map<String, String> render(@Nullable Object value) {
    return renderer.render(value, List.of()).data();
  }

  @Test
  void scalarsAreTextAsTheyAre() {
    assertEquals(Map.of("text/plain", "4.2"), render(4.2));
    assertEquals(Map.of("text/plain", "c"), render('c'));
    assertEquals(Map.of("text/plain", "a<b>\n"), render("a<b>\n"));
    assertEquals(Map.of("text/plain", "Optional[3]"), render(Optional.of(3)));
    assertEquals(Map.of("text/plain", "Optional.empty"), render(Optional.empty()));
    assertEquals(Map.of("text/plain", "2026-01-02"), render(java.time.LocalDate.of(2026, 1, 2)));
  }

  @Test
  void smallSequencesAreOneLine() {
    assertEquals("[1, null, [2, 3]]", text(Arrays.asList(1, null, new int[] {2, 3})));
    assertEquals("{a=1, b=[x]}", text(new LinkedHashMap<>(ordered())));
    assertEquals("[]", text(List.of()));
    assertFalse(render(List.of()).containsKey("text/html"));
    String html = html(List.of(0, 2, 4));
    assertTrue(html.contains("<th scope=\"col\" style=\"text-align:right\">2</th>"), html);
    assertTrue(html.contains("<td style=\"text-align:right\">4</td>"), html);
  }

  private static Map<String, Object> ordered() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", List.of("x"));
    return map;
  }

  @Test
  void recordsInListAreTable() {
    List<Person> people = List.of(new Person("Ann <3", 3, null), new Person("Bob", 41, "tall"));
    assertEquals(
        """
           name    age  note
        0  Ann <3    3  null
        1  Bob      41  tall\
        """,
        text(people));
    String html = html(people);
    assertTrue(html.contains("<th scope=\"col\" style=\"text-align:right\">age</th>"), html);
    assertTrue(html.contains("Ann &lt;3"), html);
    assertFalse(html.contains("Ann <3"), html);
  }

  @Test
  void mapsInListAreTableWithTheUnionOfKeys() {
    String text = text(List.of(Map.of("a", 1), Map.of("b", 2.5)));
    assertEquals("   a    b\n0  1\n1     2.5", text);
  }

  @Test
  void oneRecordOrBeanIsItsParts() {
    assertEquals("Person[name=Ann, age=3, note=null]", text(new Person("Ann", 3, null)));
    assertTrue(html(new Person("Ann", 3, null)).contains("<caption"));
    String bean = text(new Bean());
    assertTrue(bean.startsWith("Bean[zebra=z, ant=1, broken=(threw java.lang.NumberFormat"), bean);
    assertEquals(Map.of("text/plain", "5 EUR"), render(new Money(5)));
    assertEquals("[5 EUR, 6 EUR]", text(List.of(new Money(5), new Money(6))));
  }

  @Test
  void tablesAreBoundedAndSaySo() {
    List<Person> many =
        IntStream.range(0, 10_000).mapToObj(i -> new Person("p" + i, i, null)).toList();
    String html = html(many);
    assertTrue(html.contains("9,950 more rows"), html);
    assertEquals(50, html.split("<tr>", -1).length - 2);
    Map<Integer, Integer> wide = new LinkedHashMap<>();
    IntStream.range(0, 100).forEach(i -> wide.put(i, i));
    assertTrue(html(List.of(wide)).contains("80 more columns"));
    String text = text(IntStream.range(0, 1_000_000).boxed().toList());
    assertTrue(text.endsWith("998, 999, … 999,000 more]"), text.substring(text.length() - 40));
  }

  @Test
  void hugeTextIsCutWithNote() {
    String text = text("é".repeat(3_000_000));
    assertTrue(text.endsWith("… (1000000 more characters)"), text.substring(text.length() - 40));
    assertEquals(1_000_000, text("x".repeat(1_000_000)).length());
  }

  @Test
  void arraysOfAnyDepth() {
    assertEquals("[[a], null]", text(new String[][] {{"a"}, null}));
    assertEquals("[[[1], [2, 3]], [[]]]", text(new int[][][] {{{1}, {2, 3}}, {{}}}));
    assertTrue(html(new double[][] {{1, 2}, {3, 4}}).contains("<th scope=\"row\""));
    String wide = text(new int[3][60]);
    assertTrue(wide.contains("… 40 more columns"), wide);
    assertEquals(5, wide.lines().count(), wide);
  }

  @Test
  void cyclesAreContained() {
    List<Object> list = new ArrayList<>(List.of(1));
    list.add(list);
    assertEquals("[1, (itself)]", text(list));
    Object[] array = {null};
    array[0] = array;
    assertEquals("[(itself)]", text(array));
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    assertTrue(text(deep).contains("[…]"));
  }

  @Test
  void whatCanBeReadOnceIsNotRead() {
    AtomicInteger read = new AtomicInteger();
    Stream<Integer> stream = Stream.of(1, 2).peek(i -> read.incrementAndGet());
    assertEquals("Stream (not consumed; its elements: .toList())", text(stream));
    assertEquals(2, stream.toList().size());
    Iterator<Integer> iterator = List.of(1).iterator();
    assertTrue(text(iterator).startsWith("Iterator ("));
    assertEquals(1, iterator.next());
  }

  @Test
  void futuresSayTheirState() {
    assertEquals("CompletableFuture (not done)", text(new CompletableFuture<>()));
    assertEquals(
        "CompletableFuture (done: [1])", text(CompletableFuture.completedFuture(List.of(1))));
    CompletableFuture<Object> failed = CompletableFuture.failedFuture(new IOException("disk"));
    assertEquals("CompletableFuture (failed: java.io.IOException: disk)", text(failed));
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    cancelled.cancel(false);
    assertEquals("CompletableFuture (cancelled)", text(cancelled));
  }

  @Test
  void threadsSayWhatTheyAre() {
    Thread thread = new Thread(() -> {}, "worker-1");
    assertEquals("Thread \"worker-1\" (id " + thread.threadId() + ", NEW, platform)", text(thread));
    Thread virtual = Thread.ofVirtual().unstarted(() -> {});
    assertTrue(text(virtual).endsWith(", NEW, virtual)"), text(virtual));
    assertTrue(text(List.of(thread, virtual)).startsWith("   name"), text(List.of(thread)));
  }

  @Test
  void exceptionsNameTheirCauses() {
    Exception thrown = new IllegalStateException("bad", new IOException("disk"));
    assertEquals(
        "java.lang.IllegalStateException: bad\n  caused by java.io.IOException: disk",
        text(thrown));
  }

  @Test
  void misbehavingTextsAreContained() {
    Object throwing =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no");
          }
        };
    assertTrue(text(throwing).contains("threw java.lang.IllegalStateException: no"));
    assertTrue(text(List.of(throwing, 1)).endsWith(", 1]"));
    Object stopped =
        new Object() {
          @Override
          public String toString() {
            throw new CellStopped();
          }
        };
    Assertions.assertThrows(CellStopped.class, () -> text(List.of(stopped)));
  }

  @Test
  void registeredRendererPrevails() {
    dev.weft.display.Renderer<Number> numbers =
        new dev.weft.display.Renderer<>() {
          @Override
          public Class<Number> type() {
            return Number.class;
          }

          @Override
          public @Nullable DisplayData render(Number value) {
            return value.intValue() < 0 ? null : DisplayData.html("<b>" + value + "</b>");
          }
        };
    registry.register(numbers);
    assertEquals(Map.of("text/html", "<b>3</b>", "text/plain", "3"), render(3));
    assertEquals(Map.of("text/plain", "-3"), render(-3));
    assertTrue(registry.unregister(Number.class));
    assertEquals(Map.of("text/plain", "3"), render(3));
  }

  @Test
  void setsHaveNoIndex() {
    assertFalse(html(new TreeSet<>(List.of("b", "a"))).contains("<th"));
  }
}
