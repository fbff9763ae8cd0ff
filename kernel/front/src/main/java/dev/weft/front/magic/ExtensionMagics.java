package dev.weft.front.magic;

import java.util.List;

/** Magics that install and remove extensions. */
public final class ExtensionMagics {

  private static final String CALLS = "dev.weft.magic.Extensions.";

  private static final Parameter CLASS =
      Parameter.of(Parameter.Kind.NAME, "CLASS", "its NotebookExtension");

  private ExtensionMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("load_ext")
            .summary("installs an extension that is on the class path")
            .parameter(CLASS)
            .line((arguments, context) -> call("install", arguments))
            .build(),
        Magic.named("unload_ext")
            .summary("removes an extension")
            .parameter(CLASS)
            .line((arguments, context) -> call("uninstall", arguments))
            .build());
  }

  private static MagicValue call(String method, Arguments arguments) throws MagicException {
    String name = JavaLiterals.text(arguments.single("the name of a class"));
    return MagicValue.java(CALLS + method + "(" + name + ")");
  }
}
