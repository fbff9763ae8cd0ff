package dev.weft.link;

import java.util.List;

/** One thing that a {@link Command.Run} does. */
public sealed interface Step {

  /** Makes classes known; they are initialised when first used. */
  record Load(List<ClassBytes> classes) implements Step {}

  /**
   * Calls a static method without parameters.
   *
   * @param wantsValue whether what it returns is to be sent back, rendered
   */
  record Invoke(String className, String methodName, boolean wantsValue) implements Step {}
}
