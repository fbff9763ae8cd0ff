package dev.weft.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.weft.front.options.NotebookOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookRequestsTest {

  private static NotebookOptions read(String weft) throws NotebookException {
    JsonObject metadata = new JsonObject();
    metadata.add("weft", JsonParser.parseString(weft));
    return NotebookRequests.read(metadata);
  }

  @Test
  void aNotebookAsksForNothingOrForWhatItNames() throws NotebookException {
    assertEquals(NotebookOptions.NONE, NotebookRequests.read(new JsonObject()));
    assertEquals(
        new NotebookOptions(
            List.of("--enable-preview", "--add-modules=a,b", "-Xmx1g", "-Dx=a b"),
            List.of("-parameters"),
            List.of("lib/*.jar")),
        read(
            """
            {"enable-preview": true, "add-modules": ["a", "b"], "jvm-opts": "-Xmx1g '-Dx=a b'",
             "compiler-opts": ["-parameters"], "classpath": "lib/*.jar"}\
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"jvm-args\": \"-Xmx1g\"}", "{\"jvm-opts\": 3}", "{\"jvm-opts\": \"'-Xmx1g\"}"})
  void whatIsWrongIsNamed(String weft) {
    String message = assertThrows(NotebookException.class, () -> read(weft)).getMessage();
    assertTrue(message.startsWith("metadata.weft.jvm-"), message);
  }
}
