package dev.weft.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Charts are the same bytes on every machine: those kept beside this test.
 *
 * <p>What is drawn lies under {@code target/charts} afterwards; to keep it as the new golden files,
 * copy it from there after a look.
 */
class GoldenTest {

  private static final Path DRAWN = Path.of("target", "charts");

  private final Locale before = Locale.getDefault();

  /** A locale with other digits and separators. */
  @BeforeEach
  void speakArabic() {
    Locale.setDefault(Locale.of("ar", "EG"));
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  static Iterable<String> names() {
    return Gallery.charts().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void drawsTheSameBytes(String name) throws Exception {
    Chart chart = Objects.requireNonNull(Gallery.charts().get(name));
    Files.createDirectories(DRAWN);
    chart.toFile(DRAWN.resolve(name + ".svg"));
    chart.toFile(DRAWN.resolve(name + ".txt"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(chart.toSvg().getBytes(StandardCharsets.UTF_8)));
    assertTrue(chart.toSvg().length() < 40_000, () -> name + ": " + chart.toSvg().length());
    assertEquals(golden(name + ".svg"), chart.toSvg());
    assertEquals(golden(name + ".txt"), chart.toText() + "\n");
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream(file)) {
      return in == null
          ? "(no golden file)"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
