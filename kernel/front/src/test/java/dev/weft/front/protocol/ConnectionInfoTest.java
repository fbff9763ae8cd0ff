package dev.weft.front.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.front.protocol.ConnectionInfo.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionInfoTest {
  private static final String GOOD =
      """
      {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 65535,
       "ip": "127.0.0.1", "key": "secret-of-the-test", "transport": "tcp",
       "signature_scheme": "hmac-sha256", "kernel_name": "java", "jupyter_session": "a.ipynb"}
      """;

  @TempDir Path directory;

  @Test
  void readsAllFields() throws Exception {
    assertEquals(
        new ConnectionInfo(Transport.TCP, "127.0.0.1", 1, 4, 3, 2, 65535, "secret-of-the-test"),
        ConnectionInfo.read(file(GOOD)));
  }

  @Test
  void readsFileWithoutKeyAndTransport() throws Exception {
    String text = GOOD.replace("\"key\": \"secret-of-the-test\", \"transport\": \"tcp\",", "");
    ConnectionInfo info = ConnectionInfo.read(file(text));
    assertEquals("", info.key());
    assertEquals(Transport.TCP, info.transport());
  }

  @Test
  void neverTellsTheKey() throws Exception {
    assertFalse(ConnectionInfo.read(file(GOOD)).toString().contains("secret-of-the-test"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"shell_port\": 1,|                 |lacks [shell_port]",
        "\"shell_port\": 1 |\"shell_port\": 0|has [shell_port] = 0, not a port from 1 to 65535",
        "\"hb_port\": 65535|\"hb_port\": 65536|has [hb_port] = 65536, not a port",
        "\"hb_port\": 65535|\"hb_port\": \"1\"|has [hb_port] = \"1\", not a port",
        "\"hb_port\": 65535|\"hb_port\": 1.5|has [hb_port] = 1.5, not a port",
        "\"hb_port\": 65535|\"hb_port\": null|has [hb_port] = null, not a port",
        "\"hb_port\": 65535|\"hb_port\": 1e99|has [hb_port] = 1E+99, not a port",
        "hmac-sha256       |hmac-md5         |signature scheme [hmac-md5]; only hmac-sha256",
        "\"tcp\"           |\"udp\"          |transport [udp]; only tcp and ipc",
        "\"ip\": \"127.0.0.1\",|              |lacks [ip]",
        "\"127.0.0.1\"     |7                |has a [ip] that is not a string",
        "\"secret-of-the-test\"|[1]           |has a [key] that is not a string",
        "\"shell_port\": 1,|\"shell_port\": |is not a JSON object",
      })
  void namesWhatIsWrong(String part, String replacement, String expected) throws IOException {
    String text = GOOD.replace(part, replacement == null ? "" : replacement);
    assertFalse(text.equals(GOOD));
    assertRefused(file(text), expected);
  }

  @Test
  void refusesWhatIsNotThere() {
    assertRefused(directory.resolve("none.json"), "does not exist");
  }

  @Test
  void refusesADirectory() {
    assertRefused(directory, "can't be read");
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "'{} {}'", "hello", "'{\"key\": \"secret-of-the-test\"'"})
  void refusesWhatIsNotAnObject(String text) throws IOException {
    assertRefused(file(text), "is not a JSON object");
  }

  private static void assertRefused(Path file, String expected) {
    Exception e = assertThrows(BadConnectionFileException.class, () -> ConnectionInfo.read(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(expected), message);
    assertTrue(message.contains(file.toString()), message);
    assertFalse(message.contains("secret"), message);
    assertEquals(1, message.lines().count(), message);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("connection.json"), text);
  }
}
