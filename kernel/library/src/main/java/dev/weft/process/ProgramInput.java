package dev.weft.process;

import java.nio.file.Path;
import java.util.Optional;

/** What a program reads: some bytes, maybe none, or a file. */
final class ProgramInput {

  static final ProgramInput NONE = new ProgramInput(new byte[0], Optional.empty());

  private final byte[] bytes;
  private final Optional<Path> file;

  private ProgramInput(byte[] bytes, Optional<Path> file) {
    this.bytes = bytes;
    this.file = file;
  }

  static ProgramInput of(byte[] bytes) {
    return new ProgramInput(bytes.clone(), Optional.empty());
  }

  static ProgramInput of(Path file) {
    return new ProgramInput(NONE.bytes, Optional.of(file));
  }

  byte[] bytes() {
    return bytes;
  }

  Optional<Path> file() {
    return file;
  }
}
