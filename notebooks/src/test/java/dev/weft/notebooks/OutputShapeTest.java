package dev.weft.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same output, and what does not. */
class OutputShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it took 3.5 ms|it took 12 s|it took N",
        "1,000,000 of 1,000,000|7 of 9|N of N",
        "Hello from thread 1|Hello from thread 12|Hello from thread N",
        "exit code: -15|exit code: 0|exit code: N",
        "a 6.42e-5 s|a 1.2 ms|a N",
        "wait 10 seconds|wait 2 seconds|wait N seconds",
      })
  void numbersDoNotCount(String one, String other, String sanitised) {
    assertEquals(sanitised, OutputShape.sanitised(one));
    assertEquals(sanitised, OutputShape.sanitised(other));
  }

  @Test
  void wordsCount() {
    assertNotEquals(OutputShape.sanitised("Right: 5"), OutputShape.sanitised("Not yet: 5"));
    assertEquals("T1 and sha256", OutputShape.sanitised("T1 and sha256"));
  }

  @Test
  void linesMayComeInAnyOrderAndNumber() {
    assertEquals(printed("a 1\\nb 2\\n"), printed("b 7\\na 7\\na 8\\n"));
    assertNotEquals(printed("a 1\\nb 2\\n"), printed("a 1\\n"));
  }

  @Test
  void aStreamIsNotAnother() {
    assertNotEquals(printed("a\\n"), shape("{'output_type':'stream','name':'stderr','text':'a'}"));
  }

  @Test
  void ofAChartTheTitleCounts() {
    String chart =
        """
        {'output_type':'display_data','data':{'image/svg+xml':'<svg/>','text/plain':'Lanes, %s\\nmain %s'}}
        """;
    assertEquals(shape(chart.formatted("3 ms", "ran")), shape(chart.formatted("4 s", "slept")));
    assertNotEquals(
        shape(chart.formatted("3 ms", "ran")),
        shape(chart.formatted("3 ms", "ran").replace("Lanes", "Threads")));
  }

  @Test
  void ofAnErrorItsNameCounts() {
    String error = "{'output_type':'error','ename':'Broken','evalue':'12:30','traceback':[]}";
    assertEquals("error Broken", shape(error).toString());
  }

  private static OutputShape printed(String text) {
    return shape("{'output_type':'stream','name':'stdout','text':'" + text + "'}");
  }

  private static OutputShape shape(String output) {
    JsonArray outputs = JsonParser.parseString("[" + output + "]").getAsJsonArray();
    return OutputShape.of(outputs);
  }
}
