package dev.weft.trace.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.trace.flight.MethodNames.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Cell-5-2, compute, compute",
    "REPL.$JShell$12, compute, compute",
    "shipped//Cell-13, compute, compute",
    "Cell-3, do_it$, the cell",
    "Cell-3, lambda$do_it$$0, a lambda",
    "Cell-5$Printer, run, Printer.run",
    "com.example.Sums, add, Sums.add",
    "com.example.Sums$Part, add, Sums$Part.add",
  })
  void aMethodIsNamedAsItsUserCallsIt(String type, String method, String shown) {
    assertEquals(shown, new Method(type, method).shown());
  }

  @Test
  void theUsersMethodCounts() {
    assertEquals(
        "add", ofTop("java.lang.Math.sqrt", "dev.weft.segment.Futex.find", "Cell-2.add", "A.b"));
    assertEquals("Futex.find", ofTop("java.lang.Math.sqrt", "dev.weft.segment.Futex.find"));
    assertEquals("Math.sqrt", ofTop("java.lang.Math.sqrt", "jdk.internal.A.b"));
  }

  private static String ofTop(String... stack) {
    return MethodNames.ofTop(Stream.of(stack).map(MethodNamesTest::method).toList());
  }

  private static Method method(String name) {
    List<String> parts = List.of(name.split("\\.(?=[^.]+$)"));
    return new Method(parts.get(0), parts.get(1));
  }
}
