package io.github.spencerpark.jupyter.kernel.display.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MIMETypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "image/svg+xml", "application/vnd.vegalite.v5+json", "*/*", "text/*"})
  void isWrittenAsItWasRead(String raw) {
    assertEquals(raw, MIMEType.parse(raw).toString());
  }

  @Test
  void hasParts() {
    MIMEType type = MIMEType.parse("application/vnd.vegalite.v5+json");
    assertEquals("application", type.getGroup());
    assertEquals("vnd", type.getTree());
    assertEquals("vegalite.v5", type.getSubtype());
    assertEquals("json", type.getSuffix());
    assertNull(MIMEType.TEXT_HTML.getTree());
    assertFalse(MIMEType.TEXT_HTML.hasSuffix());
    assertTrue(MIMEType.parse("text").subtypeIsWildcard());
    assertEquals(MIMEType.TEXT_HTML, MIMEType.parse("text/html; charset=utf-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/html", "text/", "text html", "a/b/c"})
  void refusesWhatIsNone(String raw) {
    assertThrows(MIMETypeParseException.class, () -> MIMEType.parse(raw));
  }

  @Test
  void aTypeServesItsSuffixAndAWildcardItsGroup() {
    assertTrue(MIMEType.APPLICATION_XML.serves(MIMEType.IMAGE_SVG));
    assertFalse(MIMEType.APPLICATION_JSON.serves(MIMEType.IMAGE_SVG));
    assertTrue(MIMEType.parse("image/*").serves(MIMEType.IMAGE_PNG));
    assertFalse(MIMEType.parse("image/*").serves(MIMEType.TEXT_HTML));
    assertTrue(MIMEType.ANY.serves(MIMEType.TEXT_HTML));
  }
}
