package dev.weft.front.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.weft.front.protocol.ConnectionInfo.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file by which a client tells a kernel where to listen. */
record ConnectionFile(Path path) {

  ConnectionInfo read() throws BadConnectionFileException {
    JsonObject file = parse(text());
    checkScheme(file);
    return new ConnectionInfo(
        transport(file),
        text(file, "ip", null),
        port(file, "shell_port"),
        port(file, "control_port"),
        port(file, "stdin_port"),
        port(file, "iopub_port"),
        port(file, "hb_port"),
        text(file, "key", ""));
  }

  private String text() throws BadConnectionFileException {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new BadConnectionFileException("The connection file " + path + " does not exist.");
    } catch (IOException e) {
      throw new BadConnectionFileException(
          "The connection file " + path + " can't be read: " + e.getMessage() + ".");
    }
  }

  /** Parse errors are not passed on: their text may quote the file, and so the key. */
  private JsonObject parse(String text) throws BadConnectionFileException {
    try {
      return Json.parseObject(text);
    } catch (JsonFormatException e) {
      throw bad("is not a JSON object");
    }
  }

  private void checkScheme(JsonObject file) throws BadConnectionFileException {
    String scheme = text(file, "signature_scheme", "hmac-sha256");
    if (!scheme.equals("hmac-sha256") && !text(file, "key", "").isEmpty()) {
      throw bad("asks for the signature scheme [" + scheme + "]; only hmac-sha256 is known");
    }
  }

  private Transport transport(JsonObject file) throws BadConnectionFileException {
    String name = text(file, "transport", "tcp");
    return switch (name) {
      case "tcp" -> Transport.TCP;
      case "ipc" -> Transport.IPC;
      default -> throw bad("asks for the transport [" + name + "]; only tcp and ipc are known");
    };
  }

  private int port(JsonObject file, String name) throws BadConnectionFileException {
    JsonElement value = file.get(name);
    if (value == null) {
      throw bad("lacks [" + name + "]");
    }
    boolean number = value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    if (!number || !(value.getAsNumber() instanceof Long port) || port < 1 || port > 65535) {
      throw bad("has [" + name + "] = " + Json.write(value) + ", not a port from 1 to 65535");
    }
    return port.intValue();
  }

  private String text(JsonObject file, String name, @Nullable String absent)
      throws BadConnectionFileException {
    JsonElement value = file.get(name);
    if (value == null && absent != null) {
      return absent;
    }
    if (value == null) {
      throw bad("lacks [" + name + "]");
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw bad("has a [" + name + "] that is not a string");
    }
    return value.getAsString();
  }

  private BadConnectionFileException bad(String what) {
    return new BadConnectionFileException("The connection file " + path + " " + what + ".");
  }
}
