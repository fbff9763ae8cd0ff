package io.github.spencerpark.ijava.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls magics. */
public final class Magics {

  private Magics() {}

  /** Carries out a line magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T lineMagic(String name, List<String> args) {
    return dev.weft.magic.Magics.lineMagic(name, args);
  }

  /** Carries out a cell magic and returns its value. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
  public static <T extends @Nullable Object> T cellMagic(
      String name, List<String> args, String body) {
    return dev.weft.magic.Magics.cellMagic(name, args, body);
  }
}
